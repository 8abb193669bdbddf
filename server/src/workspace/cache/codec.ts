/**
 * How values are written as JSON of few characters, and read again. What is read is never trusted: anything else than
 * what `write` could have written throws a {@link Malformed}.
 */
export interface Codec<T> {
  write(value: T): unknown;
  read(written: unknown): T;
}

export class Malformed extends Error {}

export const text: Codec<string> = {
  write: (value) => value,
  read: (written) => (typeof written === "string" ? written : fail()),
};

export const flag: Codec<boolean> = {
  write: (value) => (value ? 1 : 0),
  read: (written) => (written === 1 ? true : written === 0 ? false : fail()),
};

/** A whole number from 0 up to, and without, the limit; a text has no more units. */
export function below(limit = 2 ** 31): Codec<number> {
  return {
    write: (value) => value,
    read: (written) =>
      Number.isInteger(written) && Number(written) >= 0 && Number(written) < limit ? Number(written) : fail(),
  };
}

export function optional<T>(codec: Codec<T>): Codec<T | null> {
  return {
    write: (value) => (value === null ? null : codec.write(value)),
    read: (written) => (written === null ? null : codec.read(written)),
  };
}

export function list<T>(codec: Codec<T>): Codec<readonly T[]> {
  return {
    write: (values) => values.map((value) => codec.write(value)),
    read: (written) => (Array.isArray(written) ? written.map((each) => codec.read(each)) : fail()),
  };
}

/** One of these values, by its place among them. */
export function oneOf<T>(values: readonly T[]): Codec<T> {
  const places = new Map(values.map((value, index) => [value, index]));
  const place = below(values.length);
  return {
    write: (value) => places.get(value),
    read: (written) => values[place.read(written)],
  };
}

/** An object with these properties and no others, in this order. */
export function fields<T extends object>(codecs: { readonly [Key in keyof T]-?: Codec<T[Key]> }): Codec<T> {
  const keys = Object.keys(codecs) as (keyof T)[];
  return {
    write: (value) => keys.map((key) => codecs[key].write(value[key])),
    read: (written) => {
      if (!Array.isArray(written) || written.length !== keys.length) return fail();
      const value: Partial<T> = {};
      for (let i = 0; i < keys.length; i++) value[keys[i]] = codecs[keys[i]].read(written[i]);
      return value as T;
    },
  };
}

/** What `make` makes of what another codec reads, and what `of` makes of the value to be written. */
export function mapped<T, Written>(
  codec: Codec<Written>,
  of: (value: T) => Written,
  make: (written: Written) => T,
): Codec<T> {
  return { write: (value) => codec.write(of(value)), read: (written) => make(codec.read(written)) };
}

export function fail(): never {
  throw new Malformed("not what was written");
}
