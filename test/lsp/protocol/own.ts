import { readFileSync } from "node:fs";
import { readDeclarations } from "./declarations.ts";
import type { Method, Structure, Type } from "./metaModel.ts";

const nothing: Type = { kind: "base", name: "null" };

/** The messages that Verbatim's own client and server have beside the protocol's, as their types in the sources say. */
export const ownRequests: readonly (Method & { readonly result: Type })[] = [
  request("verbatim/checkAll", "CheckResult"),
  request("verbatim/checkNote", "CheckResult", "null"),
  request("verbatim/cite", "CiteResult"),
  request("verbatim/quotes", "NoteMarks", "null"),
  request("verbatim/evidence", "EvidenceResult"),
  request("verbatim/citedPassages", "CitedPassages", "null"),
  { ...request("verbatim/citingPlaces"), result: or({ kind: "array", element: reference("Location") }, nothing) },
];

export const ownNotifications: readonly Method[] = [
  { method: "verbatim/status", messageDirection: "serverToClient", params: reference("StatusParams") },
  { method: "verbatim/checked", messageDirection: "serverToClient", params: reference("CheckedParams") },
  { method: "verbatim/lostQuotes", messageDirection: "serverToClient", params: reference("LostQuotesParams") },
];

const files = [
  "shell/protocol.ts",
  "features/citedPassages.ts",
  "features/evidence/evidence.ts",
  "features/evidence/node.ts",
  "features/evidence/sieve.ts",
  "features/evidence/totals.ts",
  "features/noteMarks.ts",
  "features/quoteIds.ts",
  "features/verdictGroup.ts",
  "quote/judgement.ts",
  "rules.ts",
  "workspace/workspace.ts",
];

/** All types that the sources of these messages declare: more than the messages name, and never another of a name. */
export function ownTypes(): { structures: Structure[]; typeAliases: { name: string; type: Type }[] } {
  const read = files.map((file) => readDeclarations(typesIn(readFileSync(`server/src/${file}`, "utf8"))));
  return {
    structures: read.flatMap(({ interfaces }) => interfaces),
    typeAliases: read.flatMap(({ aliases }) => aliases),
  };
}

/** The interfaces and plain types of a source file; what it makes of its values is left out. */
function typesIn(code: string): string {
  const declared = code.matchAll(/^(?:export )?(?:interface \w[\s\S]*?^\}|type \w[^;]*;)/gm);
  return [...declared]
    .map(([text]) => text)
    .filter((text) => !/\btypeof\b|=>|\(/.test(text.replace(/\/\*[\s\S]*?\*\//g, "")))
    .join("\n");
}

function request(method: string, ...results: readonly string[]): Method & { readonly result: Type } {
  return { method, messageDirection: "clientToServer", result: or(...results.map(reference)) };
}

function reference(name: string): Type {
  return name === "null" ? nothing : { kind: "reference", name };
}

function or(...items: readonly Type[]): Type {
  return items.length === 1 ? items[0] : { kind: "or", items };
}
