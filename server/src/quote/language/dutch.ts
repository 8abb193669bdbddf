import type { LanguageTable } from "./language.ts";

/**
 * Covers the negations, cardinals and ordinals to a hundred with their compounds (not een, which is the article),
 * fractions and multiples, and the modal verbs in present and past. Not covered: numbers beyond a
 * hundred written as one word, but for round ones.
 */
export const dutch: LanguageTable = {
  name: "Dutch",
  frequent: `de het een en van is dat op te in zijn niet met voor aan er door maar ook als werd naar bij om ze hij haar wordt
    hebben heeft had uit deze dit die nog wel geen over zich waren worden was tot dan of wij we ik`,
  negations: "niet niets nooit niemand nergens geen geenszins zonder noch nee nimmer evenmin",
  numbers: `nul één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien
    achttien negentien twintig | dertig veertig vijftig zestig zeventig tachtig negentig honderd honderden duizend
    duizenden miljoen miljoenen miljard miljarden biljoen half halve helft derde vierde vijfde zesde zevende achtste
    negende tiende elfde twaalfde twintigste honderdste duizendste eerste kwart anderhalf anderhalve dubbel dubbele
    dozijn tientallen tiental honderdtal eenmaal tweemaal driemaal tweede`,
  numberForms:
    /^(?:(?:twee|drie)ën|(?:een|één|vier|vijf|zes|zeven|acht|negen)en)(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)(?:ste)?$|^(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)(?:honderd|duizend|maal|voudig|voudige)(?:ste)?$/u,
  weakNumbers: "een=één eens beide",
  modals: `kan kunt kunnen kon konden zou zouden mag mogen mocht mochten moet moeten moest moesten zal zult zullen wil wilt
    willen wilde wilden wou hoeft hoeven`,
  opposites: /^(?!(?:deugd|geluk|geval|kosten|kruid|weer|heil) )(\p{L}{4,}) (?:on|niet-)\1$/u,
};
