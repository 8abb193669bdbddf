import { createWorkspace } from "../../server/src/workspace/createWorkspace.ts";
import type { FileSystem } from "../../server/src/workspace/fileSystem.ts";
import { FileError } from "../../server/src/workspace/fileSystem.ts";
import { defaultSettings } from "../../server/src/workspace/settings.ts";
import { randomFor } from "../oracle/random.ts";
import { createVocabulary, writeArticle } from "./article.ts";
import { median } from "./measure.ts";
import { atMost, ms, type Report, table } from "./report.ts";

/** Milliseconds that a list may take. */
const bar = 50;

export interface CompletionOptions {
  readonly seed: number;
  /** Lengths of the source and of the note. */
  readonly length: number;
  readonly samples: number;
}

/** What a list of completions costs while a long note is written from a long source, all of it: no check is awaited. */
export async function measureCompletion({ seed, length, samples }: CompletionOptions): Promise<Report> {
  const random = randomFor("completion", seed);
  const vocabulary = createVocabulary(random);
  const source = writeArticle(random, vocabulary, length);
  const prose = writeArticle(random, vocabulary, length).replaceAll("\n", "\n\n");
  const workspace = createWorkspace({
    fileSystem: fileWith(source),
    roots: ["file:///wiki"],
    settings: defaultSettings,
  });
  const cited = `${prose}\n\n“Nothing of it” ([Source](source.txt#L1)). `;
  workspace.openDocument("file:///wiki/note.md", 1, cited);
  await workspace.scan();
  await workspace.check("file:///wiki/note.md");
  const wordsOf = (count: number) => {
    const words = source
      .slice(random.below(source.length - 1000))
      .split(/\s+/)
      .slice(1, count + 1);
    return words.join(" ").replace(/[“”"]/g, "");
  };
  const kinds: Readonly<Record<string, () => string>> = {
    "a letter, in the cited source": () => `It says “${vocabulary.draw(random)[0]}‸” ([Source](source.txt#L9)).`,
    "a word": () => `${cited}It says “${wordsOf(1)}‸`,
    "two words": () => `${cited}It says “${wordsOf(2)}‸`,
    "five words": () => `${cited}It says “${wordsOf(5)}‸`,
    "behind an ellipsis": () => `${cited}It says “${wordsOf(2)} … ${wordsOf(1)}‸`,
    "no such words": () => `${cited}It says “${wordsOf(2)} qzqz‸`,
    lines: () => `${cited}See [it](source.txt#L‸)`,
    "lines with a word": () => `${cited}See [it](source.txt#${vocabulary.draw(random)}‸)`,
    "lines of a quote": () => `${cited}See “${wordsOf(6)}” [it](source.txt#L‸)`,
    paths: () => `${cited}See [it](‸)`,
    prose: () => `${cited}And so it went on‸`,
  };
  const rows: string[][] = [];
  const answers: Report["answers"][number][] = [];
  for (const [kind, write] of Object.entries(kinds)) {
    const all: number[] = [];
    let found = 0;
    for (let i = 0; i < samples; i++) {
      const marked = kind.startsWith("a letter") ? `${prose.slice(0, -500)}\n\n${write()}` : write();
      const cursor = marked.lastIndexOf("‸");
      const text = marked.replace("‸", "");
      const before = process.cpuUsage();
      const { items } = await workspace.suggest("file:///wiki/note.md", text, cursor);
      const { user, system } = process.cpuUsage(before);
      all.push((user + system) / 1000);
      found += items.length;
    }
    const answer = atMost(median(all), bar);
    answers.push(answer);
    rows.push([kind, ms(median(all)), ms(Math.max(...all)), String(bar), answer, String(Math.round(found / samples))]);
  }
  return { text: table(["typed", "median", "most", "bar", "", "items"], rows), answers };
}

/** A folder with one file. */
function fileWith(text: string): FileSystem {
  const uri = "file:///wiki/source.txt";
  const bytes = new TextEncoder().encode(text);
  const only = (asked: string) => {
    if (asked !== uri) throw new FileError("not-found", "no such file");
  };
  return {
    async stat(asked) {
      only(asked);
      return { type: "file", size: bytes.length, modified: 0 };
    },
    async read(asked) {
      only(asked);
      return bytes;
    },
    list: async (folder) => (folder === "file:///wiki" ? [{ name: "source.txt", type: "file" }] : []),
    realpath: async (asked) => asked,
  };
}
