import type { Property, Type } from "./metaModel.ts";

/** What declarations of TypeScript declare, as far as they are about types. */
export interface Declarations {
  readonly interfaces: readonly Interface[];
  readonly aliases: readonly { readonly name: string; readonly type: Type }[];
  /** Constants of namespaces, by the namespace. */
  readonly namespaces: ReadonlyMap<string, ReadonlyMap<string, ConstantType>>;
}

export interface Interface {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly extends: readonly Type[];
}

/** With the arguments of a generic type, which the types of the meta model have not. */
export interface ConstantType {
  readonly type: Type;
  readonly arguments: readonly Type[];
}

/** Reads a `.d.ts` file of the simple kind that the protocol's packages have. Throws at what it does not know. */
export function readDeclarations(text: string): Declarations {
  const interfaces: Interface[] = [];
  const aliases: { name: string; type: Type }[] = [];
  const namespaces = new Map<string, Map<string, ConstantType>>();
  const input = createInput(text);
  while (!input.isAtEnd()) readStatement();
  return { interfaces, aliases, namespaces };

  function readStatement(): void {
    while (["export", "declare"].includes(input.peek())) input.next();
    const word = input.next();
    if (word === "interface") readInterface();
    else if (word === "type") readAlias();
    else if (word === "namespace") readNamespace();
    else if (word !== ";") input.skipStatement();
  }

  function readInterface(): void {
    const name = input.next();
    readTypeArguments(input);
    const parents: Type[] = [];
    if (input.take("extends")) {
      do parents.push(readType(input));
      while (input.take(","));
    }
    interfaces.push({ name, properties: propertiesOf(readObject(input)), extends: parents });
  }

  function readAlias(): void {
    const name = input.next();
    readTypeArguments(input);
    input.expect("=");
    aliases.push({ name, type: readType(input) });
    input.take(";");
  }

  function readNamespace(): void {
    const constants = namespaces.get(input.peek()) ?? new Map<string, ConstantType>();
    namespaces.set(input.next(), constants);
    input.expect("{");
    while (!input.take("}")) {
      input.take("export");
      const word = input.next();
      if (word !== "const") {
        input.skipStatement();
        continue;
      }
      const name = input.next();
      const mark = input.next();
      if (mark !== ":" && mark !== "=") throw new Error(`a constant ${name} followed by ${mark}`);
      constants.set(name, readConstantType(input));
      input.take(";");
    }
  }
}

type Input = ReturnType<typeof createInput>;

/** The tokens of a text without comments. */
function createInput(text: string) {
  const pattern = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|\s+|("[^"]*"|'[^']*'|`[^`]*`)|([\w$]+)|(=>|.)/g;
  const tokens = [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3]).filter(Boolean);
  let at = 0;
  const next = () => tokens[at++];
  return {
    isAtEnd: () => at >= tokens.length,
    peek: (ahead = 0) => tokens[at + ahead] ?? "",
    next,
    take: (token: string) => tokens[at] === token && at++ >= 0,
    expect(token: string) {
      const found = next();
      if (found !== token) throw new Error(`${token} was expected: ${tokens.slice(at - 8, at + 2).join(" ")}`);
    },
    /** To behind the statement's `;`, or the `}` that ends its body. */
    skipStatement() {
      let depth = 0;
      while (at < tokens.length) {
        const token = next();
        if ("{(".includes(token)) depth++;
        if ("})".includes(token)) depth--;
        if (depth === 0 && (token === ";" || (token === "}" && tokens[at] !== "from" && tokens[at] !== ";"))) return;
      }
    },
  };
}

function readType(input: Input): Type {
  return readConstantType(input).type;
}

function readConstantType(input: Input): ConstantType {
  input.take("|");
  const first = readIntersection(input);
  if (input.peek() !== "|") return first;
  const items = [first.type];
  while (input.take("|")) items.push(readIntersection(input).type);
  return { type: { kind: "or", items }, arguments: [] };
}

function readIntersection(input: Input): ConstantType {
  const first = readArray(input);
  if (input.peek() !== "&") return first;
  const items = [first.type];
  while (input.take("&")) items.push(readArray(input).type);
  return { type: { kind: "and", items }, arguments: [] };
}

function readArray(input: Input): ConstantType {
  input.take("readonly");
  let found = readOne(input);
  while (input.peek() === "[" && input.peek(1) === "]") {
    input.next();
    input.next();
    found = { type: { kind: "array", element: found.type }, arguments: [] };
  }
  return found;
}

const bases = new Set(["URI", "DocumentUri", "integer", "uinteger", "decimal", "string", "boolean", "null"]);
const any = new Set(["any", "LSPAny", "unknown", "object", "undefined", "never", "T", "P"]);

function readOne(input: Input): ConstantType {
  const plain = (type: Type): ConstantType => ({ type, arguments: [] });
  const token = input.peek();
  if (token === "{") return plain(readObject(input));
  if (token === "[") return plain(readTuple(input));
  input.next();
  if (token === "(") {
    const inner = readType(input);
    input.expect(")");
    return plain(inner);
  }
  if (/^["'`]/.test(token)) return plain({ kind: "stringLiteral", value: token.slice(1, -1) });
  if (token === "-") return plain({ kind: "integerLiteral", value: -Number(input.next()) });
  if (/^\d/.test(token)) return plain({ kind: "integerLiteral", value: Number(token) });
  if (token === "true" || token === "false") return plain({ kind: "booleanLiteral", value: token === "true" });
  if (token === "void") return plain({ kind: "base", name: "null" });
  if (token === "number") return plain({ kind: "base", name: "decimal" });
  if (bases.has(token)) return plain({ kind: "base", name: token as "string" });
  let name = token === "typeof" ? input.next() : token;
  while (input.take(".")) name += `.${input.next()}`;
  const given = readTypeArguments(input);
  if (name === "Array") return plain({ kind: "array", element: given[0] });
  if (name === "Record") return plain({ kind: "map", key: given[0], value: given[1] });
  if (name === "Readonly") return plain(given[0]);
  return { type: { kind: "reference", name: any.has(name) ? "LSPAny" : name }, arguments: given };
}

function readTuple(input: Input): Type {
  const items: Type[] = [];
  input.expect("[");
  while (!input.take("]")) {
    if (input.peek(1) === ":") {
      input.next();
      input.next();
    }
    items.push(readType(input));
    input.take(",");
  }
  return { kind: "tuple", items };
}

/** `<T = any, U>`: names with their defaults, or types. */
function readTypeArguments(input: Input): Type[] {
  const types: Type[] = [];
  if (!input.take("<")) return types;
  while (!input.take(">")) {
    types.push(readType(input));
    if (input.take("extends")) readType(input);
    if (input.take("=")) readType(input);
    input.take(",");
  }
  return types;
}

function readObject(input: Input): Type {
  const properties: Property[] = [];
  let index: Type | null = null;
  input.expect("{");
  while (!input.take("}")) {
    input.take("readonly");
    if (input.take("[")) {
      input.next();
      input.expect(":");
      const key = readType(input);
      input.expect("]");
      input.expect(":");
      index = { kind: "map", key, value: readType(input) };
      input.take(";");
      continue;
    }
    const name = input.next().replace(/^["']|["']$/g, "");
    if (input.peek() === "(" || input.peek() === "<") {
      input.skipStatement();
      continue;
    }
    const optional = input.take("?");
    input.expect(":");
    properties.push({ name, type: readType(input), ...(optional ? { optional: true } : {}) });
    if (!input.take(";")) input.take(",");
  }
  // Beside named properties an index signature only says that there may be others.
  return index !== null && properties.length === 0 ? index : { kind: "literal", value: { properties } };
}

function propertiesOf(type: Type): readonly Property[] {
  return type.kind === "literal" ? type.value.properties : [];
}
