import type { LanguageTable } from "./language.ts";

/**
 * Covers the negations with all forms of kein, cardinals and ordinals with their endings and compounds (not ein and
 * eine, which are articles), fractions and multiples, and all forms of the modal verbs in present, past and subjunctive.
 * Not covered: nouns and verbs that deny by their meaning, and noch without its weder.
 */
export const german: LanguageTable = {
  name: "German",
  frequent: `der die das und ist nicht ein eine den dem des mit von zu auf für im in sich auch es als wird sie wir er wurde
    hatte haben einen einem einer war waren bei nach aus dass daß über oder sind aber habe hat ich man noch an am zum zur so
    wie nur um was`,
  negations: `nicht nichts nie niemals niemand niemanden niemandem niemandes nirgends nirgendwo nirgendwohin nimmer weder
    ohne nein keineswegs keinesfalls keinerlei mitnichten`,
  negationForms: /^kein(?:e|en|em|er|es|s)?$/u,
  notNegations: /(?<= )nicht wahr(?= )/gu,
  numbers: `null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
    siebzehn achtzehn neunzehn zwanzig | zwo=zwei zweier dreier beiden=beide dreißig=dreissig vierzig fünfzig sechzig
    siebzig achtzig neunzig hundert hunderte hunderten tausend tausende tausenden million millionen milliarde milliarden
    billion billionen billiarde billiarden dutzend dutzende dutzenden hälfte hälften drittel viertel fünftel sechstel
    siebtel achtel neuntel zehntel hundertstel tausendstel halb halbe halben halber halbes halbem anderthalb
    eineinhalb zweieinhalb dreieinhalb doppelt dreifach vierfach zehnfach hundertfach zweifach zweimal dreimal
    viermal fünfmal zehnmal hundertmal zweitens drittens viertens erstens zweierlei dreierlei
    siebte siebten siebter siebtes siebente`,
  numberForms:
    /^(?:ein|eine|zwei|zwo|drei|vier|fünf|sechs|sech|sieben|sieb|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|und|hundert|tausend|million)*(?:(?:zwei|zwo|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend|hunderteins|tausendeins)(?:mal|fach|facher|fache|er|jährige|jährigen|jähriger|köpfige|köpfigen)?|(?:ers|zwei|drit|vier|fünf|sechs|sieb|sieben|ach|neun|zehn|elf|zwölf)te[nmrs]?|(?:zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend)ste[nmrs]?)$/u,
  weakNumbers: "ein=eins eine=eins einen=eins einem=eins einer=eins eines=eins beide doppelte doppelten einmal",
  modals: `kann kannst können könnt konnte konntest konnten könnte könntest könnten könntet darf darfst dürfen dürft durfte
    durften dürfte dürften muss muß musst mußt müssen müsst musste mußte mussten mußten müsste müßte müssten müßten müsse
    soll sollst sollen sollt sollte sollten solltest solle will willst wollen wollt wollte wollten wolle mag magst mögen
    mochte mochten möchte möchten möchtest könne dürfe möge werde wird werden würde würden`,
  opposites:
    /^(?!(?:fall|fälle|falls|kraut|kräuter|wetter|summe|summen|kosten|wesen|taten|geheuer|recht|ding|mengen?|ruhen?) )(\p{L}{4,}) (?:un|nicht)\1$|^(\p{L}{4,})(?:voll|haft) \2los$/u,
};
