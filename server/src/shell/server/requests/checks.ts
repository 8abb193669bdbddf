import { LSPErrorCodes, RequestType, ResponseError, type WorkDoneProgressReporter } from "vscode-languageserver";
import { summaryInWords } from "../../../features/summary.ts";
import { t } from "../../../l10n.ts";
import { summarize } from "../../../workspace/summary.ts";
import type { Summary } from "../../../workspace/workspace.ts";
import {
  type CheckAllParams,
  type CheckNoteParams,
  type CheckResult,
  checkAllRequest,
  checkNoteRequest,
} from "../../protocol.ts";
import { percentage, progressInWords } from "../progress.ts";
import { noteAt, type RequestContext } from "./context.ts";

export interface ChecksOptions {
  readonly progress: (params: CheckAllParams) => WorkDoneProgressReporter;
}

/** Checks that a person asks for: of one note, or of all. */
export function answerChecks(context: RequestContext, { progress }: ChecksOptions): void {
  const { lifecycle, session } = context;

  lifecycle.onRequest(new RequestType<CheckNoteParams, CheckResult | null, void>(checkNoteRequest), async ({ uri }) => {
    const note = await noteAt(context, uri);
    if (note === null) return null;
    note.session.publisher.update({ uri: note.checked.uri, checked: note.checked });
    await note.session.publisher.settled();
    return resultOf(summarize([note.checked]));
  });

  lifecycle.onRequest(new RequestType<CheckAllParams, CheckResult, void>(checkAllRequest), async (params, token) => {
    const { workspace, checker, publisher, flush, widen } = await session();
    flush();
    widen();
    const shown = progress(params);
    shown.begin(t("Verbatim: checking notes"), 0, undefined, true);
    try {
      const report = (done: number, total: number) =>
        shown.report(percentage(done, total), progressInWords(done, total));
      if (!(await checker.checkAll(token, report))) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, "The check was cancelled.");
      }
    } finally {
      shown.done();
    }
    await publisher.settled();
    return resultOf(workspace.summary());
  });
}

function resultOf(summary: Summary): CheckResult {
  return { text: summaryInWords(summary), summary };
}
