import fc from "fast-check";
import type { Settings } from "../../../server/src/workspace/settings.ts";
import { casesFor } from "../../oracle/cases.ts";
import { writeNote } from "../../oracle/notes.ts";
import { randomFor } from "../../oracle/random.ts";
import { fillShelves } from "../../oracle/shelf.ts";
import { prose } from "../oracle/prose.ts";
import { anyDesk } from "./desks.ts";
import { everyFixHolds } from "./everyFix.ts";
import { holds } from "./run.ts";

type Files = Readonly<Record<string, string>>;

/** Rules of marks that a fix may write, which no setting lets it break. */
const markRules = ["elision-hides-negation", "elision-reversed", "bracket-changes-meaning"];

describe("every fix that is offered", () => {
  const amounts = { permittedPairs: 0, forbiddenWithPermitted: 2, movedWithPermitted: 1 };
  const shelf = fillShelves(prose, 0, 1)[0];
  const spans = shelf.sources.flatMap((source) => source.spans.map((span) => ({ source, span })));
  const files: Files = {
    ...Object.fromEntries(shelf.sources.map(({ path, laid }) => [path, laid.text])),
    "sources.md": shelf.sources.map(({ path }) => `[source](<${path}#L1>)`).join("\n\n"),
  };
  const written = fc.record({ seed: fc.nat(), span: fc.nat(), made: fc.nat() }).map(({ seed, span, made }) => {
    const { source, span: quoted } = spans[span % spans.length];
    const cases = [...casesFor(shelf, source, quoted, { amounts, seed, round: 0 })];
    const wrong = cases.filter(({ expectation }) => expectation.class !== "permitted");
    return writeNote(wrong[made % wrong.length], randomFor("fixes", seed, made)).text;
  });
  holds("heals its finding and harms nothing, in notes with one mistake", 80, written, async (text) => {
    await everyFixHolds({ ...files, "notes/note.md": text }, "notes/note.md");
  });

  const silent: Partial<Settings> = { rules: Object.fromEntries(markRules.map((rule) => [rule, "off"])) };
  holds("breaks no rule that a person does not want to hear of", 30, written, async (text) => {
    await everyFixHolds({ ...files, "notes/note.md": text }, "notes/note.md", silent);
  });

  holds("heals its finding and harms nothing, whatever the text", 40, anyDesk, async ({ sources, notes }) => {
    for (const text of notes) await everyFixHolds({ ...sources, "note.md": text }, "note.md");
  });
});
