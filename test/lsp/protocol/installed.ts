import { readdirSync, readFileSync } from "node:fs";
import * as protocol from "vscode-languageserver/node";
import { type ConstantType, type Declarations, readDeclarations } from "./declarations.ts";
import type { Direction, MetaModel, Method, Type } from "./metaModel.ts";

/*
 * The protocol's meta model is made from the TypeScript of two packages, and is in neither of them: they bring its schema
 * only. So it is read from their declarations, which say the same. VERBATIM_META_MODEL names the published file
 * (metaModel.json of the specification), to be used in its place.
 */

const folder = "node_modules/vscode-languageserver-protocol";
const typesFile = "node_modules/vscode-languageserver-types/lib/umd/main.d.ts";

let model: MetaModel | null = null;

/** The meta model of the protocol that is installed. */
export function installedMetaModel(): MetaModel {
  const published = process.env.VERBATIM_META_MODEL;
  model ??= published ? (JSON.parse(readFileSync(published, "utf8")) as MetaModel) : modelOfDeclarations();
  return model;
}

export function modelOfDeclarations(): MetaModel {
  const names = readdirSync(`${folder}/lib/common`).filter((name) => /^(?:protocol.*|messages)\.d\.ts$/.test(name));
  const files = [typesFile, ...names.sort().map((name) => `${folder}/lib/common/${name}`)];
  const read = files.map((file) => readDeclarations(readFileSync(file, "utf8")));
  const methods = read.flatMap(({ namespaces }) => [...namespaces].flatMap(([name, of]) => methodOf(name, of)));
  return {
    requests: methods.flatMap(({ method, result }) => (result === undefined ? [] : { ...method, result })),
    notifications: [...methods.flatMap(({ method, result }) => (result === undefined ? method : [])), progress, cancel],
    structures: read.flatMap(({ interfaces }) => interfaces),
    enumerations: [],
    typeAliases: [
      ...read.flatMap(({ aliases }) => aliases),
      ...read.flatMap(constantsOf),
      { name: "ProgressToken", type: token },
    ],
  };
}

/** What the two packages have from a third, that of the connections. */
const token: Type = {
  kind: "or",
  items: [
    { kind: "base", name: "integer" },
    { kind: "base", name: "string" },
  ],
};
const anything: Type = { kind: "reference", name: "LSPAny" };
const progress: Method = {
  method: "$/progress",
  messageDirection: "both",
  params: {
    kind: "literal",
    value: {
      properties: [
        { name: "token", type: token },
        { name: "value", type: anything },
      ],
    },
  },
};
const cancel: Method = {
  method: "$/cancelRequest",
  messageDirection: "both",
  params: { kind: "literal", value: { properties: [{ name: "id", type: token }] } },
};

/** Constants that types name: `DocumentDiagnosticReportKind.Full`. */
function constantsOf({ namespaces }: Declarations) {
  return [...namespaces].flatMap(([name, constants]) =>
    [...constants].map(([constant, { type }]) => ({ name: `${name}.${constant}`, type })),
  );
}

interface MethodWithResult {
  readonly method: Method;
  readonly result: Type | undefined;
}

/** A namespace such as `HoverRequest`, whose constants are the method and its type. */
function methodOf(name: string, constants: ReadonlyMap<string, ConstantType>): MethodWithResult[] {
  const method = constants.get("method")?.type;
  const type = constants.get("type");
  if (method?.kind !== "stringLiteral" || type?.type.kind !== "reference") return [];
  const messageDirection = directionOf(name);
  const [first, second] = type.arguments;
  const plain = { method: method.value, messageDirection };
  switch (type.type.name) {
    case "ProtocolRequestType":
      return [{ method: { ...plain, params: first }, result: second }];
    case "ProtocolRequestType0":
      return [{ method: plain, result: first }];
    case "ProtocolNotificationType":
      return [{ method: { ...plain, params: first }, result: undefined }];
    case "ProtocolNotificationType0":
      return [{ method: plain, result: undefined }];
    default:
      return [];
  }
}

function directionOf(name: string): Direction {
  const { messageDirection } = (protocol as unknown as Record<string, { messageDirection?: Direction }>)[name] ?? {};
  return messageDirection ?? "both";
}
