import assert from "node:assert/strict";
import { heldString } from "../../../server/src/source/heldText.ts";
import { createSourcePool } from "../../../server/src/workspace/sourcePool.ts";
import { loadedSource } from "../../../server/src/workspace/sources.ts";

describe("the fingerprints of the sources", () => {
  const sentence = "The mill was closed on Monday. ";

  it("are taken with a pause behind each step of a long source", async () => {
    assert.deepEqual(await stepsOf(sentence), ["decode", "pause"]);
    assert.deepEqual(await stepsOf(sentence.repeat(5000)), ["decode", "pause", "pause", "pause"]);
  });

  it("are those of the sources that are still there after a pause", async () => {
    const pool = createSourcePool();
    pool.put("file:///note.md", [loadedSource("file:///long.txt", heldString(sentence.repeat(5000)))]);
    await pool.takeFingerprints(() => {
      pool.put("file:///note.md", []);
      return undefined;
    });
    assert.equal(pool.fingerprint("file:///long.txt"), null);
  });

  async function stepsOf(text: string): Promise<string[]> {
    const steps: string[] = [];
    const whole = () => {
      steps.push("decode");
      return text;
    };
    const source = loadedSource("file:///mill.txt", { ...heldString(text), whole });
    const pool = createSourcePool();
    pool.put("file:///note.md", [source]);
    steps.length = 0;
    await pool.takeFingerprints(() => void steps.push("pause"));
    return steps;
  }
});
