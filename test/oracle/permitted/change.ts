import type { Draft } from "../draft.ts";
import type { Random } from "../random.ts";

export interface PermittedContext {
  readonly random: Random;
  /** The whole text that the draft's span is of. */
  readonly source: string;
}

/** Makes the change in one of its forms, or returns null where the draft has no place for it. */
export type MakePermitted = (draft: Draft, context: PermittedContext) => Draft | null;

/** The forms that one permitted change takes, by name. */
export type PermittedForms = Readonly<Record<string, MakePermitted>>;
