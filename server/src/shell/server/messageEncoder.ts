import { type Diagnostic, type Message, PublishDiagnosticsNotification } from "vscode-languageserver";

/**
 * Encodes messages as JSON, diagnostics each once: of those of a long note, which are sent as a whole after every keystroke,
 * nearly all are the objects that they were.
 */
export const messageEncoder = {
  name: "application/json",
  encode: async (message: Message): Promise<Uint8Array> => encoded(message),
};

const known = new WeakMap<Diagnostic, Uint8Array>();
/** Fewer are written as they are: notes that are not open have few, and are not sent again. */
const fewest = 32;

function encoded(message: Message): Uint8Array {
  const diagnostics = diagnosticsIn(message);
  if (diagnostics === null || diagnostics.length < fewest) return Buffer.from(JSON.stringify(message));
  const { params, ...rest } = message as Message & { readonly params: object };
  const around = JSON.stringify({ ...rest, params: { ...params, diagnostics: undefined } });
  const pieces: Uint8Array[] = [Buffer.from(`${around.slice(0, -2)},"diagnostics":[`)];
  for (const [i, diagnostic] of diagnostics.entries()) {
    if (i > 0) pieces.push(comma);
    pieces.push(encodedDiagnostic(diagnostic));
  }
  pieces.push(end);
  return Buffer.concat(pieces);
}

const comma = Buffer.from(",");
const end = Buffer.from("]}}");

function diagnosticsIn(message: Message): readonly Diagnostic[] | null {
  const { method, params } = message as { readonly method?: string; readonly params?: { diagnostics: Diagnostic[] } };
  return method === PublishDiagnosticsNotification.method ? (params?.diagnostics ?? null) : null;
}

function encodedDiagnostic(diagnostic: Diagnostic): Uint8Array {
  const before = known.get(diagnostic);
  if (before !== undefined) return before;
  const made = Buffer.from(JSON.stringify(diagnostic));
  known.set(diagnostic, made);
  return made;
}
