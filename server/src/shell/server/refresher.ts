import {
  CodeLensRefreshRequest,
  type Connection,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from "vscode-languageserver";
import { oncePerPart } from "../../workspace/parts/oncePerPart.ts";
import type { NoteUpdate } from "../../workspace/workspace.ts";
import type { ClientFeatures } from "./clientFeatures.ts";
import { createDebouncer } from "./debounce.ts";
import { digest } from "./digest.ts";

export interface RefresherOptions {
  readonly connection: Connection;
  readonly client: Pick<ClientFeatures, "refresh">;
  readonly onError: (error: unknown) => void;
}

/** Tells the client that lenses, hints and tokens that it asked for are out of date, where it can be told. */
export interface Refresher {
  /** Says what was found in a note. */
  update(update: NoteUpdate): void;
  /** Everything is to be asked for again: what is shown at all has changed. */
  refresh(): void;
  dispose(): void;
}

/** Milliseconds in which changes gather, and at most between two refreshes. */
const quietTime = 100;
const longestWait = 1000;

export function createRefresher({ connection, client, onError }: RefresherOptions): Refresher {
  const requests = [
    ...(client.refresh.codeLens ? [CodeLensRefreshRequest.method] : []),
    ...(client.refresh.inlayHints ? [InlayHintRefreshRequest.method] : []),
    ...(client.refresh.semanticTokens ? [SemanticTokensRefreshRequest.method] : []),
  ];
  /** By note: what the last check found, as far as any of the three shows it. */
  const found = new Map<string, string>();
  const debouncer = createDebouncer({ quiet: quietTime, longest: longestWait, run: send });
  let asking: Promise<void> | null = null;
  let isDue = false;

  /** A client that does not answer is asked once, and again when it does. */
  function send(): void {
    if (asking !== null) {
      isDue = true;
      return;
    }
    isDue = false;
    asking = Promise.all(requests.map((method) => connection.sendRequest(method).catch(onError))).then(() => {
      asking = null;
      if (isDue) refresh();
    });
  }

  function refresh(): void {
    if (requests.length > 0) debouncer.trigger("refresh");
  }

  return {
    update({ uri, checked }) {
      if (requests.length === 0) return;
      const now = checked === null ? "" : shownOf(checked);
      if (now === (found.get(uri) ?? "")) return;
      if (now === "") found.delete(uri);
      else found.set(uri, now);
      refresh();
    },
    refresh,
    dispose: () => debouncer.cancelAll(),
  };
}

type Checked = NonNullable<NoteUpdate["checked"]>;

/** Empty for a note that cites nothing. Where things stand in the note itself is left out: the client sees it edited. */
function shownOf(checked: Checked): string {
  const { inParts } = checked;
  if (inParts === undefined) return shownIn(checked);
  const shown = inParts.parts.map(shownInPart);
  const outside = inParts.outside.map(({ finding }) => finding.rule);
  const all = [...shown, ...outside].join("");
  return all === "" ? "" : digest(all);
}

const shownInPart = oncePerPart(({ checked }) => shownIn(checked));

function shownIn({ citations, findings }: Checked): string {
  if (citations.length === 0) return "";
  const cited = citations.map(({ sourceUri, citation, quotes }) => [
    sourceUri,
    citation.lines,
    quotes.map(({ verdict, passage, places }) => [verdict, passage?.lines, places.map(({ lines }) => lines)]),
  ]);
  return digest(JSON.stringify([cited, findings.map(({ rule, citation }) => [rule, citation])]));
}
