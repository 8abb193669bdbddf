import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import { type Citings, shareOf } from "../../workspace/noteShare.ts";
import { type CheckedShare, type CheckTask, openCheck } from "./checkShare.ts";

/** What a thread is started with. */
export interface ThreadTask {
  readonly task: CheckTask;
  /** Which of how many shares is its own. */
  readonly share: number;
  readonly shares: number;
}

/** What a thread says; to what its notes cite it is answered with what those of all shares do. */
export type FromThread =
  | { readonly kind: "progress"; readonly progress: { readonly done: number; readonly total: number } }
  | { readonly kind: "cited"; readonly cited: Citings }
  | { readonly kind: "checked"; readonly checked: CheckedShare };

/** Milliseconds between two messages about progress. */
const interval = 100;

/** Checks this thread's share of the notes, and tells the thread that started it what was found. */
export async function checkOwnShare(): Promise<void> {
  const { task, share, shares } = workerData as ThreadTask;
  const port = parentPort!;
  const tell = (message: FromThread) => port.postMessage(message);
  const { workspace, run, report } = openCheck(task);
  await workspace.scan();
  let next = 0;
  await run(
    (done, total) => {
      const now = performance.now();
      if (now < next) return;
      next = now + interval;
      tell({ kind: "progress", progress: { done, total } });
    },
    shareOf(share, shares, async (cited) => {
      tell({ kind: "cited", cited });
      const [all] = await once(port, "message");
      return all as Citings;
    }),
  );
  tell({ kind: "checked", checked: await report(workspace.notes(), null) });
  port.close();
}
