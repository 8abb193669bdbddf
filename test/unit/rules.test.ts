import assert from "node:assert/strict";
import { formatMessage, rules } from "../../server/src/rules.ts";

describe("rules", () => {
  it("fill their messages", () => {
    assert.equal(formatMessage("quote-altered", { source: "13", quote: "30" }), "The source says “13”, not “30”.");
  });

  it("each have a default message", () => {
    for (const rule of Object.values(rules)) assert.ok("default" in rule.messages);
  });
});
