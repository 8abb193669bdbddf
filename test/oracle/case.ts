import type { EditKind } from "../../server/src/quote/judgement.ts";
import type { RuleId } from "../../server/src/rules.ts";
import type { LineRange, Span } from "../../server/src/span.ts";
import type { Draft } from "./draft.ts";
import type { ShelvedSource } from "./shelf.ts";

/** What has to come out of checking a case's note. */
export type Expectation =
  | { readonly class: "permitted" }
  | {
      readonly class: "forbidden";
      readonly kind: EditKind | null;
      readonly rule: RuleId;
      readonly covered: "all" | "some" | "nothing";
    }
  | { readonly class: "place"; readonly lines: LineRange }
  | { readonly class: "source"; readonly path: string; readonly lines: LineRange };

export type CaseClass = Expectation["class"];

/** One quote with one citation, and what is right to say of it. */
export interface Case {
  /** The row of the report that it counts in. */
  readonly kind: string;
  /** What was done to the words, in order. */
  readonly changes: readonly string[];
  readonly draft: Draft;
  /** The source that the words are from. */
  readonly source: ShelvedSource;
  readonly citation: {
    readonly path: string;
    /** With its `#`; empty where the whole file is cited. */
    readonly fragment: string;
  };
  /** A citation of another source that may stand beside it: of a group, a match in one is enough. */
  readonly beside: Case["citation"] | null;
  readonly expectation: Expectation;
}

/** A case written down. */
export interface CaseNote {
  readonly case: Case;
  readonly text: string;
  /** Where in the text the changed words are. */
  readonly changed: readonly Span[];
  /** How many quotes it has. */
  readonly quotes: number;
  readonly attachment: string;
  readonly surrounding: string;
  readonly marks: string;
}
