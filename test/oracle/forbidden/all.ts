import { bracket } from "./brackets.ts";
import type { ForbiddenForms, MakeForbidden } from "./change.ts";
import { reversed, swallowed, welded } from "./elision.ts";
import { ends } from "./ends.ts";
import { modal, negation, number } from "./meaning.ts";
import { order } from "./order.ts";
import { insertion, omission, spelling, word } from "./words.ts";

const forms: Readonly<Record<string, ForbiddenForms>> = {
  negation,
  number,
  modal,
  word,
  omission,
  insertion,
  order,
  ends,
  spelling,
  reversed,
  swallowed,
  welded,
  bracket,
};

export interface Forbidden {
  /** `negation/dropped` */
  readonly name: string;
  readonly make: MakeForbidden;
}

/** Every form of every change that must not pass. */
export const allForbidden: readonly Forbidden[] = Object.entries(forms).flatMap(([change, byName]) =>
  Object.entries(byName).map(([form, make]) => ({ name: `${change}/${form}`, make })),
);
