import type { PermittedChange } from "../../../server/src/quote/judgement.ts";
import { brackets } from "./brackets.ts";
import type { MakePermitted, PermittedForms } from "./change.ts";
import { hyphenation, invisible, ligature, unicodeForm } from "./characters.ts";
import { dashes } from "./dashes.ts";
import { ellipsis } from "./ellipsis.ts";
import { finalPunctuation, initialCase } from "./ends.ts";
import { quoteMarks } from "./quoteMarks.ts";
import { emphasis, sic } from "./remarks.ts";
import { whitespace } from "./whitespace.ts";

const forms: Readonly<Record<PermittedChange, PermittedForms>> = {
  whitespace,
  "quote-marks": quoteMarks,
  dashes,
  ellipsis,
  brackets,
  sic,
  emphasis,
  "initial-case": initialCase,
  "final-punctuation": finalPunctuation,
  "unicode-form": unicodeForm,
  ligature,
  hyphenation,
  invisible,
};

export interface Permitted {
  readonly change: PermittedChange;
  /** `ellipsis/twice` */
  readonly name: string;
  readonly make: MakePermitted;
}

/** Every form of every permitted change of the design. */
export const allPermitted: readonly Permitted[] = Object.entries(forms).flatMap(([change, byName]) =>
  Object.entries(byName).map(([form, make]) => ({
    change: change as PermittedChange,
    name: `${change}/${form}`,
    make,
  })),
);
