import type { WorkDoneProgressServerReporter } from "vscode-languageserver";
import { plural } from "../../l10n.ts";

export interface LateProgressOptions {
  /** Asks the client for a place to show progress. */
  readonly create: () => Promise<WorkDoneProgressServerReporter>;
  readonly title: string;
  /** Milliseconds before anything is shown. */
  readonly after: number;
  readonly onCancel: () => void;
}

export interface LateProgress {
  report(done: number, total: number): void;
  done(): void;
}

/** Progress that is shown only where the work takes longer than a moment, and that the person can cancel. */
export function createLateProgress({ create, title, after, onCancel }: LateProgressOptions): LateProgress {
  let reporter: WorkDoneProgressServerReporter | null = null;
  let isDone = false;
  let shown = -1;
  const timer = setTimeout(async () => {
    const created = await create().catch(() => null);
    if (created === null) return;
    created.begin(title, 0, undefined, true);
    if (isDone) created.done();
    else reporter = created;
    created.token.onCancellationRequested(onCancel);
  }, after);
  return {
    report(done, total) {
      const percent = percentage(done, total);
      if (reporter === null || percent === shown) return;
      shown = percent;
      reporter.report(percent, progressInWords(done, total));
    },
    done() {
      isDone = true;
      clearTimeout(timer);
      reporter?.done();
      reporter = null;
    },
  };
}

export function progressInWords(done: number, total: number): string {
  return plural(total, "{1} of {0} note", "{1} of {0} notes", done);
}

export function percentage(done: number, total: number): number {
  return total === 0 ? 100 : Math.floor((100 * done) / total);
}
