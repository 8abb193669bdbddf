import type { LanguageTable } from "./language.ts";

/**
 * Covers the negations of standard English with their contractions and the denying prefixes (not words that deny by
 * their meaning: fail, refuse, lack; nor rarely and seldom), cardinals, ordinals, fractions and multiples, and every
 * modal verb with its contractions (not have to and need to, which are verbs like others).
 */
export const english: LanguageTable = {
  name: "English",
  frequent: `the a an of and to in is was that it for with on as be at by this are from but they were which had have he
    she his her their its who been has would you i we there what when said after into than then them these those`,
  negations: `not no never none nobody nothing nowhere neither nor without unless cannot non nay hardly scarcely barely
    noone aint nought nope dont doesnt didnt isnt wasnt wont cant`,
  notNegations: /(?<= )“?no(?= \.\d)/gu,
  negationForms: /n't(?:'ve)?$/u,
  numbers: `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty | thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million
    millions billion billions trillion trillions dozen dozens
    twenties thirties forties fifties sixties seventies eighties nineties
    first third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth
    ninetieth hundredth thousandth millionth firstly secondly thirdly thirds fourths fifths sixths sevenths eighths
    ninths tenths hundredths thousandths half halves quarters once twice thrice triple quadruple twofold threefold
    fourfold fivefold tenfold`,
  numberForms:
    /^(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)$/u,
  weakNumbers: "score scores second quarter double doubled tripled trebled quadrupled halved single",
  modals: "can could may might must shall should will would ought",
  contracted: (word) => {
    const end = word.indexOf("'");
    if (end < 0) return word === "cannot" || word === "cant" ? "can" : word === "wont" ? "will" : null;
    const tail = word.slice(end);
    if (word === "won't") return "will";
    if (word === "can't") return "can";
    if (word === "shan't") return "shall";
    if (tail.startsWith("'ll")) return "will";
    if (tail.startsWith("'d")) return "would";
    const positive = word.replace(/(?:n't)?(?:'ve)?$/u, "");
    return /^(?:can|could|may|might|must|shall|should|will|would|ought|need|dare)$/u.test(positive) ? positive : null;
  },
  opposites:
    /^(\p{L}{4,}) (?:un|non)\1$|^(\p{L}{3,}ful) (?:un)?\2$|^(\p{L}{3,})ful \3less$|^(possible|patient|perfect|proper|mature|moral|mobile|partial|plausible|practical|probable|precise|polite) im\4$|^(ability|able|accurate|active|adequate|appropriate|capable|coherent|competent|complete|consistent|correct|credible|decent|definite|dependent|direct|effective|efficient|eligible|equality|formal|frequent|justice|secure|sensitive|sincere|sufficient|tolerant|tolerable|valid|visible|voluntary|evitable|evitably|accurately|correctly|directly|effectively) in\5$|^(legal|legally|legible|legitimate|literate|logical) il\6$|^(rational|regular|relevant|responsible|reversible|religious|resistible) ir\7$|^(honest|honesty|loyal|satisfied|advantage|agree|agreed|agrees|agreement|allow|allowed|appear|appeared|approve|approved|approval|believe|believed|belief|claim|claimed|connect|connected|obey|obeyed|prove|proved|qualify|qualified|regard|respect|similar|trust|like|liked) dis\8$/u,
};
