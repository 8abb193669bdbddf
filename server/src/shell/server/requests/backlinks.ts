import {
  type CancellationToken,
  type CodeLens,
  CodeLensRequest,
  CodeLensResolveRequest,
  DocumentHighlightRequest,
  type Location,
  type ReferenceParams,
  ReferencesRequest,
  RequestType,
  type WorkDoneProgressReporter,
} from "vscode-languageserver";
import { citedByInWords } from "../../../features/citedByWords.ts";
import { citedPassagesOf } from "../../../features/citedPassages.ts";
import { citingPlaces } from "../../../features/citingPlaces.ts";
import { codeLensesOf, lensData } from "../../../features/codeLens.ts";
import { highlightsInNote, highlightsInSource } from "../../../features/documentHighlights.ts";
import { offsetOf } from "../../../features/position.ts";
import { distinctLocations, referencesAt, referencesToLine } from "../../../features/references.ts";
import { t } from "../../../l10n.ts";
import {
  type CitedPassages,
  type CitedPassagesParams,
  type CitingPlacesParams,
  citedPassagesRequest,
  citingPlacesRequest,
  showCitingPlacesCommand,
} from "../../protocol.ts";
import { percentage } from "../progress.ts";
import type { Session } from "../session.ts";
import { citedSourceAt, placeAt, type RequestContext } from "./context.ts";

export interface BacklinksOptions {
  readonly progress: (params: ReferenceParams) => WorkDoneProgressReporter;
}

/** From a source to the notes that cite it, and from a citation to others of the same lines. */
export function answerBacklinks(context: RequestContext, { progress }: BacklinksOptions): void {
  const { lifecycle, documents, session, wishes } = context;
  const clientUri = (uri: string) => documents.get(uri)?.uri ?? uri;
  const atClient = (locations: readonly Location[]) =>
    locations.map(({ uri, range }) => ({ uri: clientUri(uri), range }));

  lifecycle.onRequest(ReferencesRequest.type, async (params, token) => {
    const key = documents.keyOf(params.textDocument.uri);
    if (key === null) return null;
    const position = params.position;
    const current = await session();
    await everythingChecked(current, progress(params), token);
    const { workspace } = current;
    const checked = await workspace.check(key);
    const offset = checked === null ? null : offsetOf(checked, position);
    const options = {
      source: (uri: string) => workspace.source(uri),
      backlinks: workspace.backlinksOf,
      includeDeclaration: params.context?.includeDeclaration === true,
      linksByPath: wishes().listsLinks === true,
    };
    const ofNote = checked === null || offset === null ? [] : await referencesAt(checked, offset, options);
    const toLine = referencesToLine(key, position.line + 1, workspace.backlinksOf);
    return atClient(distinctLocations([...ofNote, ...toLine]));
  });

  lifecycle.onRequest(
    new RequestType<CitingPlacesParams, Location[] | null, void>(citingPlacesRequest),
    async ({ uri, line }, token) => {
      const cited = await citedSourceAt(context, uri, token);
      return cited === null
        ? null
        : atClient(referencesToLine(cited.key, line + 1, cited.session.workspace.backlinksOf));
    },
  );

  lifecycle.onRequest(CodeLensRequest.type, async ({ textDocument }, token) => {
    const uri = textDocument.uri;
    if (!(await session()).settings().codeLens) return null;
    const cited = await citedSourceAt(context, uri, token);
    if (cited === null) return null;
    const { key, source } = cited;
    const { workspace } = cited.session;
    const citations = workspace.citationsOf(key);
    return codeLensesOf(uri, source, { backlinks: workspace.backlinksOf(key), citations });
  });

  lifecycle.onRequest(CodeLensResolveRequest.type, async (lens): Promise<CodeLens> => {
    const data = lensData(lens.data);
    const key = data === null ? null : documents.keyOf(data.uri);
    if (data === null || key === null) return lens;
    const line = data.line + 1;
    const { workspace } = await session();
    const title = citedByInWords(citingPlaces(workspace.backlinksOf(key, { start: line, end: line })));
    const command =
      wishes().showCitingPlaces === true
        ? { title, command: showCitingPlacesCommand, arguments: [data satisfies CitingPlacesParams] }
        : { title, command: "" };
    return { ...lens, command };
  });

  lifecycle.onRequest(DocumentHighlightRequest.type, async (params, token) => {
    const uri = params.textDocument.uri;
    const { line } = params.position;
    const place = await placeAt(context, params);
    const ofNote = place === null ? [] : highlightsInNote(place.checked, place.offset);
    if (ofNote.length > 0) return ofNote;
    const cited = await citedSourceAt(context, uri, token);
    if (cited === null) return null;
    const backlinks = cited.session.workspace.backlinksOf(cited.key, { start: line + 1, end: line + 1 });
    const highlights = highlightsInSource(cited.source, backlinks);
    return highlights.length === 0 ? null : highlights;
  });

  lifecycle.onRequest(
    new RequestType<CitedPassagesParams, CitedPassages | null, void>(citedPassagesRequest),
    async ({ uri }, token) => {
      const cited = await citedSourceAt(context, uri, token);
      if (cited === null) return null;
      const version = documents.get(cited.key)?.version ?? null;
      return { version, passages: citedPassagesOf(cited.source, cited.session.workspace.backlinksOf(cited.key)) };
    },
  );
}

/** Waits until every note was found and checked: an answer that leaves out half of them would be taken for all. */
async function everythingChecked(
  { checker, workspace, flush }: Session,
  shown: WorkDoneProgressReporter,
  token: CancellationToken,
): Promise<void> {
  flush();
  workspace.rested();
  shown.begin(t("Verbatim: checking notes"), 0, undefined, true);
  // Checking goes on where nobody waits for it any more: nothing may be reported behind the end.
  const report = (done: number, total: number) => {
    if (!token.isCancellationRequested) shown.report(percentage(done, total));
  };
  const cancelled = new Promise<void>((resolve) => void token.onCancellationRequested(() => resolve()));
  await Promise.race([checker.settled(report), cancelled]);
  shown.done();
}
