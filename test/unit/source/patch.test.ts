import assert from "node:assert/strict";
import { decode } from "../../../server/src/source/decode.ts";
import { patchBytes } from "../../../server/src/source/patch.ts";
import { encodeSingleByte } from "./legacyText.ts";

const text = "Größere Schiffe können nicht über die Straße.\r\nDie Möwe 🐦 (a.txt#L3) schläft.\rEnde\n";
const small = text.replace("🐦 ", "");

describe("patching the bytes of a file", () => {
  const files: readonly (readonly [what: string, text: string, bytes: Uint8Array])[] = [
    ["UTF-8", text, Buffer.from(text)],
    ["UTF-8 with a mark", text, Buffer.from(`\ufeff${text}`)],
    ["UTF-16", text, Buffer.from(`\ufeff${text}`, "utf16le")],
    ["UTF-16 in the other order", text, Buffer.from(`\ufeff${text}`, "utf16le").swap16()],
    ["UTF-16 without a mark", text, Buffer.from(text, "utf16le")],
    ["windows-1252", small, encodeSingleByte(small, "windows-1252")],
  ];
  for (const [what, content, bytes] of files) {
    it(`changes nothing else in ${what}`, () => {
      const start = content.indexOf("#L3");
      const patched = patchBytes(bytes, content, [
        { span: { start: start - 5, end: start }, text: "b c.txt" },
        { span: { start, end: start + 3 }, text: "#L12" },
      ]);
      const wanted = content.replace("a.txt#L3", "b c.txt#L12");
      assert.deepEqual(patched && decode(patched), { ...decode(bytes), text: wanted });
      assert.deepEqual([...(patched ?? []).slice(0, 40)], [...bytes.slice(0, 40)]);
      assert.deepEqual([...(patched ?? []).slice(-15)], [...bytes.slice(-15)]);
    });
  }

  it("finds its way in an encoding with characters of one byte and of two", () => {
    // あいうえおは、 in Shift JIS, and the same again.
    const kana = Buffer.from("82a082a282a482a682a882cd8141", "hex");
    const bytes = Buffer.concat([...Array.from({ length: 12 }, () => kana), Buffer.from("(a.txt#L3)"), kana]);
    const read = decode(bytes);
    assert.ok(read.problem === undefined);
    assert.equal(read.encoding, "Shift_JIS");
    const start = read.text.indexOf("#L3");
    const patched = patchBytes(bytes, read.text, [{ span: { start, end: start + 3 }, text: "#L4-L5" }]);
    assert.deepEqual(patched && decode(patched), { ...read, text: read.text.replace("#L3", "#L4-L5") });
  });

  it("is refused where the file has another text, or its encoding has no such character", () => {
    const bytes = encodeSingleByte(small, "windows-1252");
    const span = { start: 3, end: 4 };
    assert.equal(patchBytes(bytes, `${small}!`, [{ span, text: "x" }]), null);
    assert.equal(patchBytes(bytes, small, [{ span, text: "🐦" }]), null);
    assert.equal(patchBytes(Uint8Array.of(0, 1, 2, 0, 0), "", []), null);
  });
});
