import { EventEmitter, type TreeDataProvider, type TreeItem } from "vscode";
import type { EvidenceParams, EvidenceResult, EvidenceTotals } from "../../../server/src/shell/protocol.ts";
import { type Branch, type Element, grow, isMore, newBranch, pageSize } from "./branch.ts";
import { treeItemOf } from "./item.ts";

/** What is asked for beside the branches: how the evidence is grouped and filtered. */
export type Shown = Pick<EvidenceParams, "grouping" | "filter">;

export interface EvidenceTreeOptions {
  /** Null where there is no answer. */
  readonly ask: (params: EvidenceParams) => Promise<EvidenceResult | null>;
  /** Whether anybody sees the tree. */
  readonly isVisible: () => boolean;
  readonly onTotals: (totals: EvidenceTotals) => void;
}

/** The evidence as a tree that asks the server for the branches that are open, and draws again what has changed. */
export class EvidenceTree implements TreeDataProvider<Element> {
  readonly #options: EvidenceTreeOptions;
  readonly #changes = new EventEmitter<Element | Element[] | undefined>();
  #root = newBranch(null, null);
  #shown: Shown;
  /** Null while there is nobody to ask. */
  #isConnected = false;
  #refreshing: Promise<void> | null = null;
  #isRefreshWanted = false;

  readonly onDidChangeTreeData = this.#changes.event;

  constructor(shown: Shown, options: EvidenceTreeOptions) {
    this.#shown = shown;
    this.#options = options;
  }

  /** Shows something else from now on: nothing of what was there is kept. */
  show(shown: Shown): void {
    this.#shown = shown;
    this.#startAnew();
  }

  /** Says whether there is a server to ask. Without one the tree is empty. */
  connect(isConnected: boolean): void {
    if (this.#isConnected === isConnected) return;
    this.#isConnected = isConnected;
    this.#startAnew();
  }

  /** Looks again at what is open, one look at a time; at the figures alone where nobody sees the tree. */
  refresh(): Promise<void> {
    if (!this.#isConnected) return Promise.resolve();
    this.#isRefreshWanted = true;
    this.#refreshing ??= this.#refreshAll().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async #refreshAll(): Promise<void> {
    while (this.#isRefreshWanted) {
      this.#isRefreshWanted = false;
      await this.#load(this.#options.isVisible() ? openBranches(this.#root) : []);
    }
  }

  /** Shows the next page of a branch. */
  async showMore(branch: Branch): Promise<void> {
    branch.limit += pageSize;
    await this.#load([branch]);
  }

  /** To be called when a person opens or closes a branch in the view. */
  async expanded(element: Element, isExpanded: boolean): Promise<void> {
    if (isMore(element)) return;
    element.isExpanded = isExpanded;
    if (isExpanded && element.children !== null) await this.#load([element]);
  }

  async getChildren(element?: Element): Promise<Element[]> {
    if (element !== undefined && isMore(element)) return [];
    const branch = element ?? this.#root;
    // VS Code asks for what is open, and says only of some of it that it was opened.
    branch.isExpanded = true;
    if (branch.children === null && this.#isConnected) await this.#ask([branch]);
    const children: Element[] = [...(branch.children ?? [])];
    if (branch.more > 0) children.push({ moreOf: branch, count: branch.more });
    return children;
  }

  getParent(element: Element): Element | undefined {
    const parent = isMore(element) ? element.moreOf : element.parent;
    return parent === null || parent.node === null ? undefined : parent;
  }

  getTreeItem(element: Element): TreeItem {
    return treeItemOf(element);
  }

  /** The first leaf of the tree, with all that leads to it loaded. */
  async firstLeaf(): Promise<Element | undefined> {
    let element: Element | undefined;
    for (;;) {
      const [first]: Element[] = await this.getChildren(element);
      if (first === undefined) return element;
      element = first;
    }
  }

  /** Asks for branches and draws again what is not as it was. */
  async #load(branches: readonly Branch[]): Promise<void> {
    const root = this.#root;
    const growths = await this.#ask(branches);
    if (growths === null || root !== this.#root) return;
    const redrawn: Element[] = [];
    for (const [index, { isOther, changed }] of growths.entries()) {
      const branch = branches[index];
      if (!isOther) redrawn.push(...changed);
      else if (branch.node === null) return this.#changes.fire(undefined);
      else redrawn.push(branch);
    }
    if (redrawn.length > 0) this.#changes.fire(redrawn);
  }

  /** Null where something else is to be shown by the time that the answer comes. */
  async #ask(branches: readonly Branch[]) {
    const shown = this.#shown;
    const answer = await this.#options.ask({
      ...shown,
      branches: branches.map(({ node, limit }) => ({ parent: node?.id ?? null, limit })),
    });
    if (answer === null || shown !== this.#shown || !this.#isConnected) return null;
    this.#options.onTotals(answer.totals);
    return answer.branches.map(({ nodes, more }, index) => grow(branches[index], nodes, more));
  }

  #startAnew(): void {
    this.#root = newBranch(null, null);
    this.#changes.fire(undefined);
  }
}

/** The branches whose nodes are on show, outermost first. */
function openBranches(branch: Branch): Branch[] {
  if (!branch.isExpanded || branch.children === null) return branch.node === null ? [branch] : [];
  return [branch, ...branch.children.flatMap(openBranches)];
}
