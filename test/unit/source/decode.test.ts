import assert from "node:assert/strict";
import fc from "fast-check";
import { decode } from "../../../server/src/source/decode.ts";
import { holds } from "../properties/run.ts";
import { encodeSingleByte } from "./legacyText.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, order: "le" | "be", mark = ""): Uint8Array {
  const units = Array.from(`${mark}${text}`.split(""), (unit) => unit.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (order === "le" ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}

const textOf = (bytes: Uint8Array) => {
  const decoded = decode(bytes);
  return decoded.problem ?? decoded.text;
};

describe("decoding", () => {
  it("reads valid UTF-8 as it is", () => {
    assert.deepEqual(decode(utf8("“No,” she said — twice.\r\n")), {
      text: "“No,” she said — twice.\r\n",
      encoding: "utf-8",
    });
    assert.equal(textOf(new Uint8Array()), "");
  });

  const words = fc.array(fc.constantFrom("a", "é", "Ж", "語", "𝄞", " ", "\n", "\t", "’"), { maxLength: 60 });

  holds("takes every text in UTF-8 for what it is", 100, words, (parts) =>
    assert.equal(textOf(utf8(parts.join(""))), parts.join("")),
  );

  it("takes what is ridden with controls for no text, wherever they and the bytes stand", () => {
    const text = "Prices \u00bd \u7f00 rose.\r\n\tNobody sold~";
    const controls = [...Array(32).keys(), 0x7f]
      .slice(1)
      .filter((code) => !/[\b\t\n\v\f\r\x1a\x1b]/.test(String.fromCharCode(code)));
    for (let offset = 0; offset < 5; offset++) {
      for (let length = 1; length <= text.length; length++) {
        const bytes = utf8(text.slice(0, length));
        const moved = new Uint8Array(offset + bytes.length).subarray(offset);
        moved.set(bytes);
        assert.equal(textOf(moved), text.slice(0, length));
        if (text.charCodeAt(length - 1) > 0x7f) continue;
        for (const control of controls) {
          moved[bytes.length - 1] = control;
          assert.equal(textOf(moved), "source-binary", `${control} at ${length}`);
        }
      }
    }
  });

  it("goes by the byte order mark, which is no part of the text", () => {
    const text = "Der Hafen wird im Herbst ausgebaggert – sagt der Rat.";
    assert.equal(textOf(utf8(`\ufeff${text}`)), text);
    assert.deepEqual(decode(utf16(text, "le", "\ufeff")), { text, encoding: "utf-16le" });
    assert.deepEqual(decode(utf16(text, "be", "\ufeff")), { text, encoding: "utf-16be" });
    assert.equal(textOf(utf8(`a\ufeffb`)), "a\ufeffb");
  });

  it("does not read on where the mark was wrong", () => {
    assert.equal(textOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff)), "source-encoding");
    assert.equal(textOf(Uint8Array.of(0xff, 0xfe, 0x61)), "source-encoding");
  });

  for (const text of ["The ferry leaves at nine.\n", "Паром отходит в девять.\n", "渡轮九点钟开出。\n船长没有等。\n"]) {
    for (const order of ["le", "be"] as const) {
      it(`tells UTF-16${order.toUpperCase()} without a mark: ${text.trim()}`, () => {
        assert.equal(textOf(utf16(text, order)), text);
      });
    }
  }

  for (const [encoding, text] of [
    ["windows-1252", "The mayor didn’t say “never”; he said “later”."],
    ["windows-1252", "It’s here.\nThat is all."],
    ["windows-1252", "Le maire a déclaré que tout était prêt, même s’il hésitait à répondre."],
    ["windows-1252", "Der Bürgermeister sagte: Wir haben es überprüft und für gut befunden."],
    ["windows-1252", "She paid for it in the café."],
    ["windows-1252", "café"],
    ["windows-1252", "The price was £30."],
    ["windows-1251", "Мэр сказал, что они ничего не знали об этом."],
    ["koi8-r", "Мэр сказал, что они ничего не знали об этом."],
  ] as const) {
    it(`reads ${encoding}: ${text}`, () => assert.equal(textOf(encodeSingleByte(text, encoding)), text));
  }

  it("reads a legacy text whose first letter that is not ASCII comes late", () => {
    const text = `${"The harbour was closed to ships for days.\n".repeat(4000)}She paid for it in the café, didn’t she?\n`;
    assert.equal(textOf(encodeSingleByte(text, "windows-1252")), text);
  });

  for (const [encoding, text] of [
    ["windows-1250", "Příliš žluťoučký kůň úpěl ďábelské ódy."],
    ["iso-8859-2", "Zażółć gęślą jaźń i poszedł do domu, bo było już późno."],
    ["macintosh", "The mayor didn’t say “never”; he said “later”."],
    ["macintosh", "Le maire a déclaré que tout était prêt, même s’il hésitait à répondre."],
    ["ibm866", "Мэр сказал, что они ничего не знали об этом."],
  ] as const) {
    it(`never reads ${encoding} as something else: ${text}`, () => {
      const read = textOf(encodeSingleByte(text, encoding));
      assert.ok(read === text || read === "source-encoding", read);
    });
  }

  it("does not take damaged UTF-8 for a legacy encoding", () => {
    const whole = utf8("She didn’t say “never”; she said “later”.");
    assert.equal(textOf(Uint8Array.from([...whole, 0xe2, 0x80])), "source-encoding");
  });

  it("knows bytes that are no text", () => {
    assert.equal(textOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)), "source-binary");
    assert.equal(textOf(Uint8Array.of(0, 1, 2, 3)), "source-binary");
    assert.equal(textOf(utf8("a\0b and more of it")), "source-binary");
    assert.equal(textOf(utf8("\x01\x02\x03\x04 text \x05\x06")), "source-binary");
  });

  holds("never throws", 100, fc.uint8Array({ maxLength: 300 }), (bytes) => void decode(bytes));
});
