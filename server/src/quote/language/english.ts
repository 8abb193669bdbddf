import type { LanguageTable } from "./language.ts";

/** Covers every negation and modal verb of standard English, cardinals and ordinals, and the denying prefixes. */
export const english: LanguageTable = {
  name: "English",
  frequent:
    "the a an of and to in is was that it for with on as be at by this are from but they were which had have he she",
  negations:
    "not no never none nobody nothing nowhere neither nor without cannot non nay hardly scarcely barely noone aint nought",
  negationForms: /n't$/u,
  numbers: `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty |
    thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions
    trillion trillions dozen dozens first second third fourth fifth sixth seventh eighth ninth tenth eleventh
    twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth
    fiftieth sixtieth seventieth eightieth ninetieth hundredth thousandth millionth half halves quarter quarters twice
    thrice double triple quadruple`,
  numberForms:
    /^(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:one|two|three|four|five|six|seven|eight|nine|first|second|third)$/u,
  modals: "can could may might must shall should will would ought",
  opposites:
    /^(\p{L}{4,}) (?:un|non)\1$|^(possible|patient|perfect|proper|mature|moral|mobile|partial|plausible|practical|probable|precise|polite) im\2$|^(ability|able|accurate|active|adequate|appropriate|capable|coherent|competent|complete|consistent|correct|credible|decent|definite|dependent|direct|effective|efficient|eligible|equality|formal|frequent|justice|secure|sensitive|sincere|sufficient|tolerant|tolerable|valid|visible|voluntary|evitable|evitably|accurately|correctly|directly|effectively) in\3$|^(legal|legally|legible|legitimate|literate|logical) il\4$|^(rational|regular|relevant|responsible|reversible|religious|resistible) ir\5$|^(honest|honesty|loyal|satisfied|advantage|agree|agreed|agrees|agreement|allow|allowed|appear|appeared|approve|approved|approval|believe|believed|belief|claim|claimed|connect|connected|obey|obeyed|prove|proved|qualify|qualified|regard|respect|similar|trust|like|liked) dis\6$/u,
};
