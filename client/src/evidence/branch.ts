import type { EvidenceNode } from "../../../server/src/shell/protocol.ts";

/** How many nodes a branch shows at first, and how many more each time that more are asked for. */
export const pageSize = 200;

/** A node of the tree with what is known to hang on it. The same object for as long as the node is there. */
export interface Branch {
  /** Null for the root. */
  node: EvidenceNode | null;
  readonly parent: Branch | null;
  /** Null until they were asked for. */
  children: readonly Branch[] | null;
  /** How many nodes behind the children are not shown. */
  more: number;
  limit: number;
  /** Whether it is open in the view, as far as is known. */
  isExpanded: boolean;
}

/** Stands behind the children of a branch that are shown, for those that are not. */
export interface More {
  readonly moreOf: Branch;
  readonly count: number;
}

export type Element = Branch | More;

export function isMore(element: Element): element is More {
  return "moreOf" in element;
}

export function newBranch(node: EvidenceNode | null, parent: Branch | null): Branch {
  return { node, parent, children: null, more: 0, limit: pageSize, isExpanded: node === null };
}

/** What became of a branch: its list of nodes is another one, or only some of them have changed. */
export interface Growth {
  readonly isOther: boolean;
  readonly changed: readonly Branch[];
}

/** Gives a branch the nodes that it has now, and keeps every child that is still there. */
export function grow(branch: Branch, nodes: readonly EvidenceNode[], more: number): Growth {
  const before = branch.children ?? [];
  const known = new Map(before.map((child) => [child.node?.id, child]));
  const changed: Branch[] = [];
  const children = nodes.map((node) => {
    const child = known.get(node.id);
    if (child === undefined) return newBranch(node, branch);
    if (JSON.stringify(child.node) !== JSON.stringify(node)) {
      child.node = node;
      changed.push(child);
    }
    return child;
  });
  const isOther =
    branch.children === null ||
    branch.more !== more ||
    children.length !== before.length ||
    children.some((child, index) => child !== before[index]);
  branch.children = children;
  branch.more = more;
  return { isOther, changed };
}
