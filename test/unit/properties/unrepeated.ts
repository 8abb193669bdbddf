import fc from "fast-check";
import type { Span } from "../../../server/src/span.ts";
import { type Copy, copyOf } from "./sources.ts";

/*
 * Text in which no word stands twice and none is like another, so that a quote with one word changed has one counterpart
 * only: where a word is repeated beside the change, two answers are as right. Words that the checks take for numbers,
 * negations and modal verbs are among those that are put in, not among those that are there.
 */

interface Vocabulary {
  readonly words: readonly string[];
  readonly strangers: readonly string[];
  /** Between two words. */
  readonly space: string;
  readonly stops: readonly string[];
  /** Words of the shortest quote: in fewer characters of Chinese too little is left to know the passage by. */
  readonly fewest: number;
}

const vocabularies: readonly Vocabulary[] = [
  {
    words: split(
      "harbour keeper lamp council plan river bridge letter window doctor market winter engine garden ticket farmer violin copper ladder meadow pocket silver thunder orchard blanket kitchen saddle whisper puzzle carpet juggler fountain hammock lizard museum nettle oyster pigeon quarry rhubarb sailor tunnel umbrella velvet walnut yacht zinc basket cushion dragon elbow feather glacier hinge island jacket kettle lemon mirror noodle",
    ),
    strangers: split("zeppelin xylophone not never seventeen 1848 must perhaps Byzantium bookkeeping it’s"),
    space: " ",
    stops: [",", ";", ":", ".", "?", " —"],
    fewest: 8,
  },
  {
    words: split(
      "гавань смотритель лампа совет река мост письмо окно врач рынок зима мотор сад билет фермер скрипка медь лестница луг карман серебро гром одеяло кухня седло шёпот загадка ковёр фонтан ящерица музей крапива голубь туннель бархат орех корзина подушка дракон локоть перо ледник остров куртка чайник лимон зеркало",
    ),
    strangers: split("цеппелин ксилофон не никогда семнадцать можно"),
    space: " ",
    stops: [",", ";", ".", "!", " —"],
    fewest: 8,
  },
  {
    words: split(
      "ميناء مصباح مجلس نهر جسر رسالة نافذة طبيب سوق شتاء محرك حديقة تذكرة فلاح كمان نحاس سلم مرج جيب فضة رعد بطانية مطبخ سرج همس لغز سجادة نافورة سحلية متحف حمامة نفق مخمل جوز سلة وسادة تنين مرفق ريشة جزيرة",
    ),
    strangers: split("منطاد ليس أبدا يجب ١٨٤٨"),
    space: " ",
    stops: ["،", "؛", ".", "؟"],
    fewest: 8,
  },
  {
    words: split(
      "बंदरगाह दीपक परिषद नदी पुल पत्र खिड़की डॉक्टर बाज़ार सर्दी इंजन बगीचा टिकट किसान वायलिन तांबा सीढ़ी मैदान जेब चांदी गरज कंबल रसोई काठी फुसफुसाहट पहेली कालीन फव्वारा छिपकली संग्रहालय कबूतर सुरंग मखमल अखरोट टोकरी तकिया",
    ),
    strangers: split("हवाई नहीं सत्रह १८४८"),
    space: " ",
    stops: [",", ";", "।", "?"],
    fewest: 8,
  },
  {
    words: [
      ..."港口灯塔会议河桥信窗医生市场冬机器花园票农提琴铜梯草地袋银雷毯厨房鞍谜毛泉蜥博物馆鸽隧道绒核桃篮垫龙肘羽冰岛夹克壶柠檬镜",
    ],
    strangers: [..."飞不七必"],
    space: "",
    stops: ["，", "。", "；", "！", "、"],
    fewest: 12,
  },
];

/** A quote with one word that is not the source's, that is missing, or that was added. */
export interface Changed {
  readonly copy: Copy;
  readonly kind: "substituted" | "deleted" | "inserted";
  /** The quote as it is written. */
  readonly text: string;
  /** The word that was put in (empty where one was left out), or the stretch around the place of the one left out. */
  readonly inQuote: Span;
  /** The word that was there; where one was put in between two, those. Null where that was at the quote's end. */
  readonly inSource: Span | null;
}

/** @param marks those around the quote, so that the source's own inside it are not taken for them */
export function changedQuote(marks: readonly [string, string]): fc.Arbitrary<Changed> {
  const around = marks.join("");
  // Single marks may be apostrophes, and two kinds of them beside each other are anybody's guess.
  const isSingle = /[‘’'‚‹›]/.test(around);
  const inner = innerMarks.filter(
    (own) => !own.some((mark) => around.includes(mark) || (isSingle && /[‘’']/.test(mark))),
  );
  return fc.constantFrom(...vocabularies).chain((vocabulary) =>
    fc
      .record({
        inner: fc.record({ marks: fc.constantFrom(["", ""], ...inner), from: fc.nat(30), length: fc.nat(8) }),
        words: fc.shuffledSubarray([...vocabulary.words], {
          minLength: 24,
          maxLength: Math.min(40, vocabulary.words.length),
        }),
        stops: fc.array(fc.tuple(fc.nat(8), fc.constantFrom(...vocabulary.stops)), { minLength: 40, maxLength: 40 }),
        breaks: fc.array(fc.tuple(fc.nat(9), fc.constantFrom("\n", "\r\n", "\n\n", "\r")), {
          minLength: 40,
          maxLength: 40,
        }),
        from: fc.nat(30),
        length: fc.nat(30),
        at: fc.nat(40),
        kind: fc.constantFrom("substituted" as const, "deleted" as const, "inserted" as const),
        stranger: fc.constantFrom(...vocabulary.strangers),
      })
      .map((parts) => change(vocabulary, parts)),
  );
}

const innerMarks: readonly string[][] = [
  ["‘", "’"],
  ["“", "”"],
  ['"', '"'],
  ["«", "»"],
  ["'", "'"],
  ["(", ")"],
];

interface Piece {
  /** With the marks in front of the word, and behind it. */
  readonly pieceStart: number;
  readonly start: number;
  readonly wordEnd: number;
  readonly end: number;
}

interface Parts {
  readonly inner: { readonly marks: readonly string[]; readonly from: number; readonly length: number };
  readonly words: readonly string[];
  readonly stops: readonly (readonly [number, string])[];
  readonly breaks: readonly (readonly [number, string])[];
  readonly from: number;
  readonly length: number;
  readonly at: number;
  readonly kind: Changed["kind"];
  readonly stranger: string;
}

function change({ space, fewest }: Vocabulary, parts: Parts): Changed {
  const { words, kind, stranger } = parts;
  const first = parts.from % (words.length - fewest);
  const count = fewest + (parts.length % (words.length - first - fewest));
  const last = first + count - 1;
  const innerFirst = first + (parts.inner.from % count);
  const innerLast = Math.min(last, innerFirst + parts.inner.length);
  // Without its first or last word a quote is a shorter quote.
  const at = kind === "deleted" ? first + 1 + (parts.at % (count - 2)) : first + (parts.at % count);
  // A mark that goes with the word and leaves its partner behind would be a second change.
  const isEdge = kind === "deleted" && (at === innerFirst || at === innerLast);
  const [open, close] = isEdge ? ["", ""] : parts.inner.marks;
  let source = "";
  const pieces: Piece[] = [];
  for (const [i, word] of words.entries()) {
    const pieceStart = source.length;
    if (i === innerFirst) source += open;
    const start = source.length;
    source += word;
    const wordEnd = source.length;
    if (i === innerLast) source += close;
    const [sparsity, stop] = parts.stops[i];
    // Without a sentence's last word two sentences would become one.
    if (sparsity === 8 && !(kind === "deleted" && i === at)) source += stop;
    pieces.push({ pieceStart, start, wordEnd, end: source.length });
    const [rarity, lineEnd] = parts.breaks[i];
    source += rarity === 9 ? lineEnd : space;
  }
  const copy = copyOf(source, { start: pieces[first].pieceStart, end: pieces[last].end });
  const { start, wordEnd, end } = pieces[at];
  const own = (offset: number) => offset - copy.span.start;
  const before = copy.text.slice(0, own(start));
  switch (kind) {
    case "substituted": {
      const text = before + stranger + copy.text.slice(own(wordEnd));
      const inQuote = { start: before.length, end: before.length + stranger.length };
      return { copy, kind, text, inQuote, inSource: { start, end: wordEnd } };
    }
    case "deleted": {
      const kept = own(pieces[at - 1].end);
      const text = copy.text.slice(0, kept) + copy.text.slice(own(end));
      const next = kept + pieces[at + 1].pieceStart - end;
      return { copy, kind, text, inQuote: { start: kept, end: next }, inSource: { start, end: wordEnd } };
    }
    case "inserted": {
      const text = before + stranger + space + copy.text.slice(own(start));
      const inQuote = { start: before.length, end: before.length + stranger.length };
      const inSource = at === first ? null : { start: pieces[at - 1].wordEnd, end: start };
      return { copy, kind, text, inQuote, inSource };
    }
  }
}

function split(words: string): string[] {
  return words.split(" ");
}
