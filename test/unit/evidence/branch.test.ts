import assert from "node:assert/strict";
import { type Branch, grow, newBranch } from "../../../client/src/evidence/branch.ts";
import type { EvidenceNode } from "../../../server/src/shell/protocol.ts";

const node = (id: string, label = id): EvidenceNode => ({
  id,
  kind: "quote",
  label,
  description: "",
  tooltip: "",
  spoken: label,
  verdict: "exact",
  isBranch: false,
  note: null,
  source: null,
});

describe("a branch of the evidence", () => {
  let branch: Branch;

  beforeEach(() => {
    branch = newBranch(null, null);
    assert.equal(grow(branch, [node("a"), node("b")], 0).isOther, true);
  });

  it("has nothing to draw again where nothing changed", () => {
    const before = branch.children;
    assert.deepEqual(grow(branch, [node("a"), node("b")], 0), { isOther: false, changed: [] });
    assert.deepEqual(branch.children, before);
  });

  it("names the node that changed, and keeps what hangs on it", () => {
    const [, b] = branch.children ?? [];
    grow(b, [node("leaf")], 0);
    const { isOther, changed } = grow(branch, [node("a"), node("b", "other words")], 0);
    assert.equal(isOther, false);
    assert.deepEqual(changed, [b]);
    assert.equal(b.node?.label, "other words");
    assert.deepEqual(
      b.children?.map((child) => child.node?.id),
      ["leaf"],
    );
  });

  it("is another one where nodes come, go or change places, and keeps those that stay", () => {
    const [a, b] = branch.children ?? [];
    assert.equal(grow(branch, [node("b"), node("a")], 0).isOther, true);
    assert.deepEqual(branch.children, [b, a]);
    assert.equal(grow(branch, [node("b"), node("c"), node("a")], 0).isOther, true);
    assert.equal(branch.children?.[2], a);
    assert.equal(grow(branch, [node("b")], 0).isOther, true);
  });

  it("is another one where more are not shown", () => {
    assert.equal(grow(branch, [node("a"), node("b")], 7).isOther, true);
    assert.equal(branch.more, 7);
  });
});
