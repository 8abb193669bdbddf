import type { Pen } from "./pen.ts";

export interface Written {
  /** Markdown that holds the quote: one paragraph, or blocks where `blocks` is true. */
  readonly body: string;
  /** Definitions that go to the note's end. */
  readonly tail?: string;
  readonly blocks?: boolean;
  /** How many quotes it has, where there is not one. */
  readonly quotes?: number;
}

/** Writes the quote and its citation in one form, or returns null where the form does not suit the words. */
export type Attachment = (pen: Pen) => Written | null;

const inline = (body: string, tail?: string): Written => ({ body, ...(tail === undefined ? {} : { tail }) });

const definition = ({ destination }: Pen) => `[src-one]: ${destination}`;
const footnote = ({ destination, wikiTarget, random }: Pen) =>
  random.pick([
    `[^n]: [The report](${destination})`,
    `[^n]: See [the report](${destination}), in the archive.`,
    `[^n]: [[${wikiTarget}]]`,
  ]);

const linkText: Readonly<Record<string, Attachment>> = {
  whole: (pen) => inline(`[${pen.quotation()}](${pen.destination})`),
  inSentence: (pen) => inline(`As the paper had it: [${pen.quotation()}](${pen.destination}).`),
  holdsOne: (pen) => inline(`In short, [the paper wrote ${pen.quotation()}](${pen.destination}) that day.`),
  reference: (pen) => inline(`So it was: [${pen.quotation()}][src-one]`, definition(pen)),
  alias: (pen) => (pen.fitsAlias ? inline(`So it was: [[${pen.wikiTarget}|${pen.quotation()}]]`) : null),
};

const linkTitle: Readonly<Record<string, Attachment>> = {
  inline: (pen) => withTitle(pen, (title) => inline(`They said so [in the paper](${pen.destination} ${title}).`)),
  definition: (pen) =>
    withTitle(pen, (title) => inline("They said so in [the paper][src-one].", `${definition(pen)} ${title}`)),
  shortcut: (pen) => withTitle(pen, (title) => inline("They said so in [src-one].", `${definition(pen)}\n  ${title}`)),
};

const sentence: Readonly<Record<string, Attachment>> = {
  parenthesis: (pen) => inline(`The paper puts it so: ${pen.quotation()} ([source](${pen.destination})).`),
  directly: (pen) =>
    pen.needsSpaceBehind ? null : inline(`The paper wrote ${pen.quotation()}[source](${pen.destination})`),
  behindStop: (pen) => inline(`The paper wrote ${pen.quotation()}. [source](${pen.destination})`),
  behindComma: (pen) => inline(`The paper wrote ${pen.quotation()}, [here](${pen.destination}), and no more.`),
  behindDash: (pen) => inline(`${pen.quotation()} — [source](${pen.destination})`),
  inFront: (pen) => inline(`[The report](${pen.destination}): ${pen.quotation()}.`),
  inFrontWithComma: (pen) => inline(`According to [the report](${pen.destination}), ${pen.quotation()}.`),
  footnote: (pen) => inline(`The paper wrote ${pen.quotation()}[^n]`, footnote(pen)),
  footnoteBehindStop: (pen) => inline(`The paper wrote ${pen.quotation()}.[^n] And that was that.`, footnote(pen)),
  reference: (pen) => inline(`The paper wrote ${pen.quotation()} ([source][src-one]).`, definition(pen)),
  shortcut: (pen) => inline(`The paper wrote ${pen.quotation()} [src-one].`, definition(pen)),
  wikilink: (pen) => inline(`The paper wrote ${pen.quotation()} [[${pen.wikiTarget}]].`),
  wikilinkAlias: (pen) => inline(`The paper wrote ${pen.quotation()} ([[${pen.wikiTarget}|the archive]]).`),
  inGroup: (pen) =>
    beside(pen, ({ besides }) => `The paper wrote ${pen.quotation()} ([one](${besides}), [two](${pen.destination})).`),
  firstOfGroup: (pen) =>
    beside(pen, ({ besides }) => `The paper wrote ${pen.quotation()} ([one](${pen.destination}); [two](${besides})).`),
  footnoteOfTwo: (pen) =>
    beside(
      pen,
      () => `The paper wrote ${pen.quotation()}.[^n]`,
      ({ besides }) => `[^n]: [One](${besides}), [two](${pen.destination}).`,
    ),
  interrupted: (pen) =>
    interrupted(pen, ([one, other]) => `${one} the paper wrote. ${other} ([source](${pen.destination}))`),
  interruptedWithFootnote: (pen) =>
    interrupted(pen, ([one, other]) => `${one}, they said, ${other}.[^n]`, footnote(pen)),
  apartBehind: (pen) => apart(pen, `[The report](${pen.destination}) has the keeper say ${pen.quotation()} that day.`),
  apartInFront: (pen) =>
    apart(pen, `It was ${pen.quotation()} that the keeper said, as [the report](${pen.destination}) has it.`),
  apartFootnote: (pen) => apart(pen, `They wrote ${pen.quotation()} and went home.[^n]`, footnote(pen)),
};

const blockQuote: Readonly<Record<string, Attachment>> = {
  dashInside: (pen) => blocks(quoted(pen.words(), "", `— [source](${pen.destination})`)),
  dashInParagraph: (pen) => blocks(quoted(pen.words(), `— [source](${pen.destination})`)),
  dashAndName: (pen) => blocks(quoted(pen.words(), "", `-- The Keeper, [Report](${pen.destination})`)),
  citationAlone: (pen) => blocks(quoted(pen.words(), "", `[source](${pen.destination})`)),
  parenthesis: (pen) => (pen.endsInNames ? null : blocks(quoted(`${pen.words()} ([source](${pen.destination}))`))),
  footnoteInside: (pen) => (pen.endsInNames ? null : { ...blocks(quoted(`${pen.words()}[^n]`)), tail: footnote(pen) }),
  inMarks: (pen) => blocks(quoted(pen.quotation(), "", `— [source](${pen.destination})`)),
  dashBehind: (pen) => blocks(`${quoted(pen.words())}\n\n— [source](${pen.destination})`),
  linkBehind: (pen) => blocks(`${quoted(pen.words())}\n\n[The Report](${pen.destination})`),
  wikilinkBehind: (pen) => blocks(`${quoted(pen.words())}\n\n— [[${pen.wikiTarget}]]`),
  introduced: (pen) => blocks(`[The report](${pen.destination}) goes on:\n\n${quoted(pen.words())}`),
  introducedInParenthesis: (pen) => blocks(`So the report ([source](${pen.destination})):\n\n${quoted(pen.words())}`),
  introducedInMarks: (pen) =>
    blocks(`The report says in [this place](${pen.destination}):\n\n${quoted(pen.quotation())}`),
  callout: (pen) => blocks(quoted(`[!quote] [source](${pen.destination})`, pen.words())),
  reference: (pen) => ({ ...blocks(quoted(pen.words(), "", "— [source][src-one]")), tail: definition(pen) }),
};

/** Every form of the four attachments, by name: `sentence/parenthesis`. */
export const attachments: Readonly<Record<string, Attachment>> = Object.fromEntries(
  Object.entries({ "link-text": linkText, "link-title": linkTitle, sentence, "block-quote": blockQuote }).flatMap(
    ([rule, forms]) => Object.entries(forms).map(([name, write]) => [`${rule}/${name}`, write]),
  ),
);

/** Places in a note where a paragraph can stand. A heading and a table have no line breaks. */
export const surroundings: Readonly<Record<string, (paragraph: string) => string>> = {
  paragraph: (text) => text,
  listItem: (text) => `- ${text.replaceAll("\n", "\n  ")}`,
  numbered: (text) => `1. Before.\n2. ${text.replaceAll("\n", "\n   ")}`,
  nested: (text) => `- Outside\n  - ${text.replaceAll("\n", "\n    ")}`,
  callout: (text) => `> [!NOTE]\n> ${text.replaceAll("\n", "\n> ")}`,
  heading: (text) => `## ${text.replaceAll("\n", " ")}`,
  table: (text) => `| what | when |\n| --- | --- |\n| ${withPipes(text.replaceAll("\n", " "))} | then |`,
  between: (text) => `Something happened before.\n\n${text}\n\nSomething else came after.`,
};

function withPipes(text: string): string {
  return text.replace(/(?<!\\)\|/gu, "\\|");
}

function withTitle(pen: Pen, write: (title: string) => Written): Written | null {
  const title = pen.title();
  return title === null ? null : write(title);
}

function apart(pen: Pen, body: string, tail?: string): Written | null {
  return pen.canStandApart ? inline(body, tail) : null;
}

/** With a citation of another source in the same group. */
function beside(
  pen: Pen,
  body: (pen: Pen & { readonly besides: string }) => string,
  tail?: (pen: Pen & { readonly besides: string }) => string,
): Written | null {
  const { besides } = pen;
  if (besides === null) return null;
  return inline(body({ ...pen, besides }), tail?.({ ...pen, besides }));
}

/** In two quotations with words of the writer between. */
function interrupted(pen: Pen, body: (halves: readonly [string, string]) => string, tail?: string): Written | null {
  const halves = pen.halves();
  return halves && { ...inline(body(halves), tail), quotes: 2 };
}

function blocks(body: string): Written {
  return { body, blocks: true };
}

/** The lines as a block quote; an empty one ends a paragraph. */
function quoted(...paragraphLines: readonly string[]): string {
  return paragraphLines
    .join("\n")
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n");
}
