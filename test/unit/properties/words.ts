/** What sources are made of: words and signs of many kinds, each as a person may find it in a text. */

export const plainWords = list(
  "harbour keeper lamp council plan river bridge letter window doctor market winter engine garden ticket farmer violin copper ladder meadow the of and was",
);

/** Letters with marks of their own, composed and decomposed, ligatures, wide forms, letters outside the basic plane. */
export const latinWords = [
  ...list(
    "café NAÏVE straße ﬁnal oﬃce Ærø łódź İstanbul ısı Ĳssel ǆep Việt coöperate ＡＢＣ ｗｉｄｅ 𝒳 𝐛𝐨𝐥𝐝 ª º ſaid ẞ",
  ),
  "cafe\u0301",
  "e\u0301te\u0301",
  "A\u030angstro\u0308m",
  "\u212bngström",
  "Vie\u0323\u0302t",
  "q\u0323\u0307",
  "x\u0307\u0323",
];

export const otherScripts = [
  ...list(
    "не пять Ещё люди Ελλάς ὕδωρ μῆνιν ՀԱՅ երևան ქალაქი שָׁלוֹם ירושלים צה״ל קִבּוּץ־גָּלֻיּוֹת السفينة مُحَمَّد كتـــاب لا ۱۲۳ ٣٤ ١٬٢٥٠ ኢትዮጵያ፡ሀገር ᠮᠣᠩᠭᠣᠯ",
  ),
  ...list("नहीं क़लम हिन्दी। क्‍ष वांग्‌मय বাংলা தமிழ் സംസ്ഥാനം ภาษาไทย ລາວ ភាសាខ្មែរ မြန်မာ བོད་ཡིག སිංහල"),
  ...list(
    "港口 不会开 三个乘客 船は出ない ガラス パーティー ﾊﾟｰﾃｨｰ 々 한국어 항구가 𠮷野家 㐂 「港口」 『船』 港口。 船、 ２０２４年 〜 ・ ー",
  ),
  "カ\u3099ラス",
  "は\u309aん",
  "항구".normalize("NFD"),
  "שלום".split("").join("\u05b0"),
  "नि\u200dक",
];

export const numbers = list(
  "13-day 1,250 3.5% $40 №7 12:30 24/7 5'10\" 6″ 9′ 1’250 3–4 -5 −5 +3 ±2 1st 2nd x² ½ Ⅷ ① 1\ufe0f\u20e3 1e9 50° £1.2m 007 1.000,50 10×10 #3",
);

export const signs = list(
  "& § № @keeper #tag C++ C# AT&T R&D a_b _x_ *star* **b** `code` ~so~ ~~no~~ back\\slash pi|pe ^ {so} <b> </b> <!-- a=b x<y y>x != & &amp; &lt; http://a.test/b?c=d#e www.a.test ke@a.test \\* $x$ 100% = == === + | --- *** ___ # ## > 1. 2) - * + ~~~ ``` ![a](b) [a](b) [a] [^1] [[a]] [ ] ( ) [x] \\ / // © ™ 🎻 👩‍🚒 👍🏽 🇩🇪 ❤️ ☎︎ 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} ⚓",
);

/** Words with apostrophes, marks and abbreviations, as prose has them. */
export const markedWords = list(
  "didn't won’t l’été l'église d‘eau O'Brien O’Brien rock ’n’ roll '90s ’90s 'tis ’em dogs' dogs’ U.S. U.S.A. e.g. Gen. No. Dr. Mr. p.m. Yahoo! well-known well‑known twenty-one co- -ed and/or he/she s’il qu’il don`t 'twas James’s",
);

/** Brackets and ellipses of the source's own. */
export const ownMarks = list(
  "[sic] [the] [T]he appeal[ed] [...] […] (…) (...) ... …. … .... [ [Mr.] (sic) (emphasis {} [] () [not] [3] [un]likely 【港】 （船） ⟨a⟩ ]",
).concat(". . .", "[. . .]", ". . . .", "(emphasis added)", "(citation omitted)", "[emphasis in original]");

/** What hides in words that were copied from pages and files. */
export const hiddenWords = [
  "end\u00ad",
  "co\u00adoperate",
  "zero\u200bwidth",
  "word\u2060joiner",
  "\u200eleft",
  "right\u200f",
  "\u2067isolate\u2069",
  "\u202aembed\u202c",
  "\ufeffmark",
  "\u061cmark",
  "text\ufe0e",
  "a\u034fb",
];

/** Marks in front of a word and behind it. */
export const openings = [
  "",
  "(",
  "[",
  "“",
  "‘",
  '"',
  "'",
  "«",
  "« ",
  "„",
  "‚",
  "¿",
  "¡",
  "—",
  "– ",
  "- ",
  "…",
  "... ",
  "「",
  "『",
  "‹",
  "»",
  "{",
  "<",
  "*",
  "_",
  "•\u00a0",
  "\u2067",
];
export const closings = [
  "",
  ",",
  ".",
  ";",
  ":",
  "?",
  "!",
  "?!",
  "...",
  "…",
  "….",
  ")",
  "]",
  "”",
  "’",
  '"',
  "'",
  "»",
  " »",
  "“",
  "‘",
  ",”",
  ".’",
  '."',
  '",',
  "—",
  " –",
  " -",
  "--",
  "」",
  "』",
  "›",
  "。",
  "，",
  "、",
  "؟",
  "।",
  "'s",
  "’s",
  "*",
  "_",
  ">",
  "}",
  "\u2069",
];

/** White space between two words of a line; `` where a script needs none. */
export const spaces = [
  " ",
  "  ",
  "\t",
  "\u00a0",
  "\u202f",
  "\u2009",
  "\u200a",
  "\u3000",
  "\v",
  "\f",
  "\u2028",
  "\u2029",
  "\u0085",
  " \u200b",
  "\u2060 ",
  "\u1680",
  "\u2003",
  "\u205f",
];

/** What a line of a source may begin with. */
export const lineStarts = [
  "",
  "  ",
  "    ",
  "\t",
  "\u3000",
  "- ",
  "* ",
  "• ",
  "1. ",
  "12) ",
  "> ",
  "# ",
  "## ",
  "— ",
  "“",
  "‘",
  '"',
  "«",
  "|",
  "=",
  "+ ",
  ": ",
  "// ",
  "[1] ",
  "Q. ",
  "…",
  "---",
  "<p>",
];

/** What a line of a source may end with, in front of its line end. */
export const lineEndings = [
  "",
  " ",
  "  ",
  "\\",
  "-",
  "-",
  "—",
  "‐",
  "\u00ad",
  "\t",
  ",”",
  ":",
  "\u00a0",
  "|",
  " -",
  ".",
];

function list(words: string): string[] {
  return words.split(" ");
}
