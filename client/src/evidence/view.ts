import { commands, Disposable, type Memento, type TreeView, window } from "vscode";
import {
  type EvidenceGrouping,
  type EvidenceParams,
  type EvidenceResult,
  type EvidenceTotals,
  evidenceRequest,
  type QuoteName,
} from "../../../server/src/shell/protocol.ts";
import type { Server, ServerState } from "../server/server.ts";
import { badgeOf, countsInWords, messageOf, stateOf } from "./around.ts";
import { type Element, isMore } from "./branch.ts";
import { pickVerdicts } from "./filter.ts";
import { type Memory, remember } from "./memory.ts";
import { EvidenceTree } from "./tree.ts";

export const viewId = "verbatim.evidence";

/** Of the branches with quotes that are to be seen, so many are opened. */
const mostOpened = 10;

export interface EvidenceViewOptions {
  readonly server: Server;
  readonly state: Memento;
  readonly onError: (error: unknown) => void;
}

/** The view of the evidence: what it shows, and what is said around the tree. */
export class EvidenceView implements Disposable {
  readonly #server: Server;
  readonly #memory: Memory;
  readonly #onError: (error: unknown) => void;
  readonly #tree: EvidenceTree;
  readonly #view: TreeView<Element>;
  readonly #disposables: Disposable;
  /** Null until there is a note, for which the server is started. */
  #serverState: ServerState["state"] | null = null;
  readonly #contexts = new Map<string, unknown>();
  /** Quotes that alone are to be shown. Not remembered: they are those of one event. */
  #quotes: readonly QuoteName[] | null = null;
  #totals: EvidenceTotals | null = null;

  constructor({ server, state, onError }: EvidenceViewOptions) {
    this.#server = server;
    this.#memory = remember(state);
    this.#onError = onError;
    this.#tree = new EvidenceTree(this.#shown(), {
      ask: (params) => this.#ask(params),
      isVisible: () => this.#view.visible,
      onTotals: (totals) => {
        this.#totals = totals;
        this.#describe();
      },
    });
    this.#view = window.createTreeView(viewId, { treeDataProvider: this.#tree, showCollapseAll: true });
    const refresh = () => this.#refresh();
    const expanded = (element: Element, is: boolean) => void this.#tree.expanded(element, is).catch(onError);
    this.#disposables = Disposable.from(
      this.#view,
      this.#view.onDidChangeVisibility(({ visible }) => visible && refresh()),
      this.#view.onDidExpandElement(({ element }) => expanded(element, true)),
      this.#view.onDidCollapseElement(({ element }) => expanded(element, false)),
      server.onChecked(refresh),
      server.onState(({ state }) => {
        const isRunning = state === "scanning" || state === "ready";
        this.#serverState = state;
        if (!isRunning) this.#totals = null;
        this.#tree.connect(isRunning);
        this.#describe();
        if (state === "ready") refresh();
      }),
    );
    this.#describe();
  }

  get selection(): Element | undefined {
    return this.#view.selection[0];
  }

  async group(grouping: EvidenceGrouping): Promise<void> {
    this.#memory.grouping = grouping;
    this.#showAnew();
    await this.#focus();
  }

  async filter(): Promise<void> {
    const wanted = await pickVerdicts(this.#memory.verdicts);
    if (wanted === undefined) return;
    this.#memory.verdicts = wanted;
    this.#quotes = null;
    this.#showAnew();
    await this.#focus();
  }

  clearFilter(): void {
    this.#memory.verdicts = null;
    this.#quotes = null;
    this.#showAnew();
  }

  async showMore(element: Element): Promise<void> {
    if (isMore(element)) await this.#tree.showMore(element.moreOf);
  }

  /** Opens the view with these quotes alone, and puts the focus on the first. */
  async showQuotes(quotes: readonly QuoteName[]): Promise<void> {
    this.#quotes = quotes;
    this.#showAnew();
    await this.#focus();
    const first = await this.#tree.firstLeaf();
    if (first === undefined) return;
    const roots = (await this.#tree.getChildren()).slice(0, mostOpened);
    for (const root of roots) if (!isMore(root)) await this.#view.reveal(root, { select: false, expand: 2 });
    await this.#view.reveal(first, { select: true, focus: true });
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #shown(): Pick<EvidenceParams, "grouping" | "filter"> {
    const { grouping, verdicts } = this.#memory;
    const quotes = this.#quotes;
    return { grouping, filter: { verdicts: quotes === null ? verdicts : null, quotes } };
  }

  async #focus(): Promise<void> {
    await commands.executeCommand(`${viewId}.focus`);
  }

  #showAnew(): void {
    this.#totals = null;
    this.#tree.show(this.#shown());
    this.#describe();
    // Of a view that is seen VS Code asks what it shows.
    if (!this.#view.visible) this.#refresh();
  }

  #refresh(): void {
    void this.#tree.refresh().catch(this.#onError);
  }

  async #ask(params: EvidenceParams): Promise<EvidenceResult | null> {
    try {
      const client = await this.#server.client();
      return await client.sendRequest<EvidenceResult>(evidenceRequest, params);
    } catch (error) {
      this.#onError(error);
      return null;
    }
  }

  /** Says around the tree what is in it, and what the empty view is empty of. */
  #describe(): void {
    const totals = this.#totals;
    const { grouping, filter } = this.#shown();
    const isFiltered = filter.verdicts !== null || filter.quotes !== null;
    const state = stateOf(this.#serverState, totals, isFiltered);
    this.#view.message = messageOf(state, totals, filter);
    this.#view.description = totals === null ? "" : countsInWords(totals, isFiltered);
    // The number at the icon stays while the figures are asked for anew.
    if (totals !== null) this.#view.badge = badgeOf(totals);
    else if (state === "starting" || state === "stopped") this.#view.badge = undefined;
    this.#setContext("state", state);
    this.#setContext("grouping", grouping);
    this.#setContext("filtered", isFiltered);
  }

  /** What the manifest's `when` clauses ask for. */
  #setContext(name: string, value: unknown): void {
    if (this.#contexts.get(name) === value) return;
    this.#contexts.set(name, value);
    void commands.executeCommand("setContext", `${viewId}.${name}`, value);
  }
}
