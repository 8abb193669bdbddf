import type { Random } from "../../oracle/random.ts";
import type { DrawnQuote } from "./drawnQuote.ts";

/** Writes the Markdown of one note. */
export interface NotePen {
  readonly random: Random;
  /** Adds what is no citation, some of it as a list or as code. */
  ramble(paragraphs: readonly string[]): void;
  /** Adds Markdown as it is. */
  write(markdown: string): void;
  /** Adds a definition of a reference or a footnote, to stand at the note's end. */
  define(definition: string): void;
  /** A label that no other has in this note. */
  label(): string;
  finish(): string;
}

/** Begins a note, which has front matter, a heading, a list and a picture as notes do. */
export function newNotePen(random: Random, title: string): NotePen {
  const blocks: string[] = [];
  const definitions: string[] = [];
  let labels = 0;
  if (random.once(3)) blocks.push(`---\ntitle: ${title}\ntags: [research, draft]\n---`);
  blocks.push(`# What is known of ${title}`);
  if (random.once(2)) blocks.push("- [ ] ask again\n- [x] read the file\n- see [the map](https://example.org/map)");
  return {
    random,
    ramble(paragraphs) {
      for (const paragraph of paragraphs) {
        if (random.once(12)) blocks.push("## Further");
        if (random.once(25)) blocks.push(`\`\`\`\n${paragraph}\n\`\`\``);
        else if (random.once(10)) blocks.push(`- ${paragraph.replaceAll(". ", ".\n- ")}`);
        else blocks.push(paragraph);
      }
    },
    write: (markdown) => void blocks.push(markdown),
    define: (definition) => void definitions.push(definition),
    label: () => `source-${++labels}`,
    finish: () => `${[...blocks, ...definitions].join("\n\n")}\n`,
  };
}

type Form = (words: string, target: string, pen: NotePen) => string;

/** Every way to attach a quote to a citation, the usual ones more often. */
const forms: readonly Form[] = [
  ...repeated<Form>(6, (words, target) => `The report was plain. It said “${words}” ([Post](${target})).`),
  ...repeated<Form>(2, (words, target) => `According to [the Post](${target}), it was “${words}”, and no more.`),
  (words, target) => `As was said, "${words}" [Post](${target}), though not by all.`,
  (words, target) => `Then came [“${words}”](${target}) as an answer.`,
  (words, target) => `Then came [an answer](${target} "“${words}”") that stood.`,
  (words, target, pen) => {
    const label = pen.label();
    pen.define(`[${label}]: ${target}`);
    return `It was held that “${words}” [as reported][${label}].`;
  },
  (words, target, pen) => {
    const label = pen.label();
    pen.define(`[^${label}]: See [the report](${target}), which is the first.`);
    return `It was held that “${words}.”[^${label}] Others did not.`;
  },
  (words, target) => `> ${words}\n>\n> — [The Post](${target})`,
  (words, target) => `The [Post](${target}) has it so:\n\n> ${words}`,
  (words, target) => `It was “${words}” [[${target.replace(/^(?:\.\.\/)+/, "/")}|the Post]].`,
  (words, target) => `- It was „${words}“ ([Post](<${target}>))\n- It was not answered`,
  (words, target) => `| said | where |\n| --- | --- |\n| “${words}” | [Post](${target}) |`,
  (words, target) => `He said “${words}”,\nwhich [the Post](${target})\nprinted.`,
];

/** Writes the quote and its citation into the note, in one of the forms. */
export function citeQuote(pen: NotePen, { words, source, lines }: DrawnQuote): void {
  const { random } = pen;
  pen.write(random.pick(forms)(words, `../../${source.path}${fragment(random, lines)}`, pen));
}

function fragment(random: Random, { start, end }: DrawnQuote["lines"]): string {
  if (start === end) return random.once(8) ? `#${start}` : `#L${start}`;
  return random.pick([`#L${start}-L${end}`, `#L${start}-${end}`, `#${start}-${end}`, `#line=${start - 1},${end}`]);
}

function repeated<T>(times: number, item: T): T[] {
  return Array.from({ length: times }, () => item);
}
