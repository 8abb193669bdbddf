import type { MetaModel, Property, Structure, Type } from "./metaModel.ts";

/** What is wrong with a value, each with the path to it; nothing where it is of the type. */
export type Validate = (value: unknown, type: Type) => string[];

/**
 * Holds values to the types of a meta model. Stricter than the protocol in one thing: a property that no type names is
 * wrong, since it is a misspelled one or nobody reads it.
 */
export function createValidator(model: MetaModel): Validate {
  const structures = new Map(model.structures.map((structure) => [structure.name, structure]));
  const enumerations = new Map(model.enumerations.map((enumeration) => [enumeration.name, enumeration]));
  const aliases = new Map(model.typeAliases.map(({ name, type }) => [name, type]));
  const known = new Map<string, readonly Property[]>();

  /** With those of what the structure is made from. */
  function propertiesOf(structure: Structure): readonly Property[] {
    const before = known.get(structure.name);
    if (before !== undefined) return before;
    const parts = [...(structure.extends ?? []), ...(structure.mixins ?? [])];
    const own = new Set(structure.properties.map(({ name }) => name));
    const inherited = parts.flatMap((part) => propertiesOfType(part) ?? []).filter(({ name }) => !own.has(name));
    const all = [...structure.properties, ...inherited];
    known.set(structure.name, all);
    return all;
  }

  /** Null for what is no object of named properties. */
  function propertiesOfType(type: Type): readonly Property[] | null {
    if (type.kind === "literal") return type.value.properties;
    if (type.kind === "and") return type.items.flatMap((item) => propertiesOfType(item) ?? []);
    if (type.kind !== "reference") return null;
    const structure = structures.get(type.name);
    if (structure !== undefined) return propertiesOf(structure);
    const alias = aliases.get(type.name);
    return alias === undefined ? null : propertiesOfType(alias);
  }

  function object(value: unknown, properties: readonly Property[], path: string): string[] {
    if (!isObject(value)) return [`${path}: no object but ${shown(value)}`];
    const named = new Map(properties.map((property) => [property.name, property]));
    const problems = Object.keys(value).flatMap((name) => (named.has(name) ? [] : [`${path}.${name}: unknown`]));
    for (const { name, type, optional } of named.values()) {
      if (value[name] !== undefined) problems.push(...check(value[name], type, `${path}.${name}`));
      else if (!optional && !allowsNothing(type)) problems.push(`${path}.${name}: missing`);
    }
    return problems;
  }

  function allowsNothing(type: Type): boolean {
    return type.kind === "reference" && type.name === "LSPAny";
  }

  function reference(value: unknown, name: string, path: string): string[] {
    if (name === "LSPAny") return [];
    const enumeration = enumerations.get(name);
    if (enumeration !== undefined) {
      const isKnown = enumeration.supportsCustomValues || enumeration.values.some((known) => known.value === value);
      return isKnown ? check(value, enumeration.type, path) : [`${path}: no ${name} but ${shown(value)}`];
    }
    const structure = structures.get(name);
    if (structure !== undefined) return object(value, propertiesOf(structure), path);
    const alias = aliases.get(name);
    return alias === undefined ? [`${path}: no type ${name} is known`] : check(value, alias, path);
  }

  function check(value: unknown, type: Type, path: string): string[] {
    switch (type.kind) {
      case "base":
        return isOfBase(value, type.name) ? [] : [`${path}: no ${type.name} but ${shown(value)}`];
      case "reference":
        return reference(value, type.name, path);
      case "array":
        if (!Array.isArray(value)) return [`${path}: no array but ${shown(value)}`];
        return value.flatMap((item, index) => check(item, type.element, `${path}[${index}]`));
      case "map":
        if (!isObject(value)) return [`${path}: no object but ${shown(value)}`];
        return Object.entries(value).flatMap(([key, item]) => check(item, type.value, `${path}[${shown(key)}]`));
      case "tuple":
        if (!Array.isArray(value) || value.length !== type.items.length) return [`${path}: no tuple of that length`];
        return type.items.flatMap((item, index) => check(value[index], item, `${path}[${index}]`));
      case "literal":
        return object(value, type.value.properties, path);
      case "and":
        return object(value, propertiesOfType(type) ?? [], path);
      case "or": {
        const found = type.items.map((item) => check(value, item, path));
        // Of several wrong ones the nearest is told.
        return found.reduce((best, problems) => (problems.length < best.length ? problems : best));
      }
      default:
        return value === type.value ? [] : [`${path}: not ${shown(type.value)} but ${shown(value)}`];
    }
  }

  return (value, type) => check(value, type, "$");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const limit = 2 ** 31;

function isOfBase(value: unknown, name: string): boolean {
  if (name === "null") return value === null;
  if (name === "boolean") return typeof value === "boolean";
  if (name === "decimal") return typeof value === "number" && Number.isFinite(value);
  if (name === "integer") return Number.isInteger(value) && Math.abs(value as number) <= limit;
  if (name === "uinteger") return Number.isInteger(value) && (value as number) >= 0 && (value as number) < limit;
  if (name === "URI" || name === "DocumentUri") return typeof value === "string" && /^[a-z][a-z0-9+.-]*:/i.test(value);
  return typeof value === "string";
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? "undefined").slice(0, 80);
}
