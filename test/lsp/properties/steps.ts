import fc from "fast-check";

/** What a watcher does with what it should tell: `later` in another order than it happened in. */
export type Delivery = "now" | "twice" | "later" | "lost";

/** A change of an open document. Places are parts of the text's length, so that they stay inside it whatever it is. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What a person does, or what befalls their files. */
export type Step =
  | { readonly do: "open"; readonly path: string; readonly text: string | null }
  | { readonly do: "edit"; readonly path: string; readonly edits: readonly Edit[] }
  | { readonly do: "type"; readonly path: string; readonly text: string }
  | { readonly do: "edit nothing"; readonly path: string; readonly how: "no change" | "same text" | "same words" }
  | { readonly do: "close"; readonly path: string }
  | { readonly do: "save"; readonly path: string; readonly told: Delivery }
  | { readonly do: "write"; readonly path: string; readonly text: string; readonly told: Delivery }
  | { readonly do: "remove"; readonly path: string; readonly told: Delivery }
  | { readonly do: "move"; readonly from: string; readonly to: string; readonly told: Delivery }
  | { readonly do: "rename"; readonly from: string; readonly to: string; readonly told: Delivery }
  | { readonly do: "set"; readonly settings: number }
  | { readonly do: "choose folders"; readonly folders: readonly string[] }
  | {
      readonly do: "ask";
      readonly method: string;
      readonly path: string;
      readonly at: number;
      readonly cancel: boolean;
    }
  | { readonly do: "check all" }
  | { readonly do: "wait"; readonly milliseconds: number }
  | { readonly do: "tell" };

export const notePaths = ["wiki/a.md", "wiki/sub/b.md", "wiki/sub/deep/c.md", "more/d.md"];
export const sourcePaths = ["wiki/x.txt", "wiki/sub/y.txt", "wiki/sub/deep/m.md", "more/x.txt"];
const folderPaths = ["wiki/sub", "wiki/sub/deep", "wiki/other", "more"];
const filePaths = [...notePaths, ...sourcePaths];

const lines = ["The bell rang twice before noon.", "Nobody went to the door at all.", "It was the wind, they said."];

export const sourceText = fc.oneof(
  { weight: 6, arbitrary: fc.subarray(lines, { minLength: 1 }).map((some) => `${some.join("\n")}\n`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", "\0\x01\x02", lines[1].replace("Nobody", "Somebody"), lines.join("\r\n")),
  },
);

const links = [
  "/x.txt#L1",
  "/sub/y.txt#L1",
  "/sub/deep/m.md#L2",
  "/x.txt",
  "x.txt#L2",
  "/link.txt#L1",
  "../more/x.txt#L1",
];

/** Notes whose quotes are right, moved, altered, elsewhere or nowhere, depending on what the sources say. */
export const noteText = fc
  .array(
    fc.tuple(
      fc.constantFrom(...lines, "words that stand nowhere at all"),
      fc.constantFrom(...links),
      fc.constantFrom("inline", "inline", "wiki", "reference"),
    ),
    { maxLength: 3 },
  )
  .map((quotes) =>
    quotes
      .map(([words, path, form], index) => {
        if (form === "wiki") return `"${words}" ([[${path.replace(/^.*\//, "")}]])\n`;
        return form === "inline"
          ? `"${words}" ([s](${path}))\n`
          : `"${words}" ([s][${index}])\n\n[${index}]: ${path}\n`;
      })
      .join("\n"),
  );

const textFor = (path: string) => (sourcePaths.includes(path) ? sourceText : noteText);
const anyFile = fc.constantFrom(...filePaths);
const anyPath = fc.constantFrom(...filePaths, ...folderPaths);
const told = fc.constantFrom<Delivery[]>("now", "now", "now", "twice", "later", "lost");
const fraction = fc.integer({ min: 0, max: 16 }).map((sixteenths) => sixteenths / 16);
const edit = fc.record({ from: fraction, to: fraction, text: fc.constantFrom("", "not ", "\n", '"', "a", lines[2]) });

/** The files that there are at first. */
export const beginning = fc.array(
  anyFile.chain((path) => fc.tuple(fc.constant(path), textFor(path))),
  { maxLength: 8 },
);

const moves = [
  { from: "wiki/sub", to: "wiki/other" },
  { from: "wiki/other", to: "wiki/sub" },
  { from: "wiki/sub/deep", to: "wiki/other" },
  { from: "wiki/x.txt", to: "wiki/sub/y.txt" },
  { from: "wiki/a.md", to: "wiki/sub/b.md" },
  { from: "wiki/sub/b.md", to: "wiki/notes.txt" },
  { from: "more/x.txt", to: "wiki/x.txt" },
  { from: "wiki/sub", to: "more/sub" },
];

/** What the server answers about a place or a document. */
export const questions = [
  "textDocument/hover",
  "textDocument/definition",
  "textDocument/references",
  "textDocument/documentHighlight",
  "textDocument/completion",
  "textDocument/codeAction",
  "textDocument/codeLens",
  "textDocument/documentLink",
  "textDocument/inlayHint",
  "textDocument/semanticTokens/full",
  "verbatim/checkNote",
  "verbatim/quotes",
  "verbatim/citedPassages",
];

/** Of several settings, {@link settingsOf} the number. */
const settingsChoices: readonly unknown[] = [
  {},
  { "check.scope": "open" },
  { exclude: ["sub/deep/**"] },
  { notes: ["**/*.md", "**/*.txt"] },
  { rules: { "quote-moved": "error", "quote-without-citation": "hint" } },
  { "inlayHints.enabled": true, "codeLens.enabled": false },
];

export function settingsOf(choice: number): unknown {
  return { verbatim: settingsChoices[choice] };
}

const weighted: readonly (readonly [number, fc.Arbitrary<Step>])[] = [
  [
    3,
    anyFile.chain((path) =>
      fc.option(textFor(path), { nil: null }).map((text) => ({ do: "open" as const, path, text })),
    ),
  ],
  [3, anyFile.chain((path) => textFor(path).map((text) => ({ do: "type" as const, path, text })))],
  [
    2,
    fc
      .tuple(anyFile, fc.array(edit, { minLength: 1, maxLength: 3 }))
      .map(([path, edits]) => ({ do: "edit" as const, path, edits })),
  ],
  [
    1,
    fc
      .tuple(anyFile, fc.constantFrom("no change" as const, "same text" as const, "same words" as const))
      .map(([path, how]) => ({ do: "edit nothing" as const, path, how })),
  ],
  [2, anyFile.map((path) => ({ do: "close" as const, path }))],
  [2, fc.tuple(anyFile, told).map(([path, told]) => ({ do: "save" as const, path, told }))],
  [
    4,
    fc
      .tuple(anyFile, told)
      .chain(([path, told]) => textFor(path).map((text) => ({ do: "write" as const, path, text, told }))),
  ],
  [
    1,
    fc
      .tuple(fc.constantFrom("sub/deep\n", "*.md\n!a.md\n", ""), told)
      .map(([text, told]) => ({ do: "write" as const, path: "wiki/.gitignore", text, told })),
  ],
  [2, fc.tuple(anyPath, told).map(([path, told]) => ({ do: "remove" as const, path, told }))],
  [
    2,
    fc
      .tuple(fc.constantFrom(...moves), told, fc.constantFrom("move" as const, "rename" as const))
      .map(([move, told, how]) => ({ do: how, ...move, told })),
  ],
  [1, fc.nat(settingsChoices.length - 1).map((settings) => ({ do: "set" as const, settings }))],
  [
    1,
    fc
      .constantFrom(["wiki"], ["wiki", "more"], ["wiki", "wiki/sub"], ["more"], [])
      .map((folders) => ({ do: "choose folders" as const, folders })),
  ],
  [
    2,
    fc
      .tuple(fc.constantFrom(...questions), anyFile, fraction, fc.boolean())
      .map(([method, path, at, cancel]) => ({ do: "ask" as const, method, path, at, cancel })),
  ],
  [1, fc.constant({ do: "check all" as const })],
  [6, fc.constantFrom(0, 0, 50, 200, 3000).map((milliseconds) => ({ do: "wait" as const, milliseconds }))],
  [1, fc.constant({ do: "tell" as const })],
];

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary }))),
  { maxLength: 24, size: "max" },
);
