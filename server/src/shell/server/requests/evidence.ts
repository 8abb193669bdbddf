import { RequestType } from "vscode-languageserver";
import { type EvidenceBelow, evidenceBelow } from "../../../features/evidence/evidence.ts";
import { createSieve } from "../../../features/evidence/sieve.ts";
import { totalsOf } from "../../../features/evidence/totals.ts";
import { type EvidenceParams, type EvidenceResult, evidenceRequest } from "../../protocol.ts";
import type { RequestContext } from "./context.ts";

/** The most nodes of one branch that a client may ask for at a time. */
const largestLimit = 5000;

/** What the view of the evidence shows: the branches that are open in it. */
export function answerEvidence({ lifecycle, documents, session }: RequestContext): void {
  lifecycle.onRequest(
    new RequestType<EvidenceParams, EvidenceResult, void>(evidenceRequest),
    async ({ grouping, filter, branches }, token) => {
      const { workspace, roots } = await session();
      const { verdicts = null, quotes = null } = filter ?? {};
      const index = {
        workspace,
        roots: roots(),
        clientUri: (uri: string) => documents.get(uri)?.uri ?? uri,
        sieve: createSieve({ verdicts, quotes }),
      };
      const shown = { grouping, isFiltered: verdicts !== null || quotes !== null };
      const answered: EvidenceBelow[] = [];
      for (const { parent, limit } of branches) {
        if (token.isCancellationRequested) break;
        const bounded = Math.min(limit, largestLimit);
        answered.push(await evidenceBelow({ parent, limit: bounded }, shown, index));
      }
      return { totals: totalsOf(index), branches: answered };
    },
  );
}
