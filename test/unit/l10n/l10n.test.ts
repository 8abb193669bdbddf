import assert from "node:assert/strict";
import { english, listing, plural, speak, t } from "../../../server/src/l10n.ts";
import { formatMessage } from "../../../server/src/rules.ts";

describe("messages", () => {
  afterEach(() => speak(english));

  it("are English until another language is spoken, and where that has no words", () => {
    assert.equal(t("Open {0} at {1}", "post.txt", "line 3"), "Open post.txt at line 3");
    speak({ locale: "de", messages: { "Open {0} at {1}": "{1} von {0} öffnen" } });
    assert.equal(t("Open {0} at {1}", "post.txt", "Zeile 3"), "Zeile 3 von post.txt öffnen");
    assert.equal(t("Open {0}", "post.txt"), "Open post.txt");
  });

  it("take arguments as they are", () => {
    assert.equal(t("{0}: {1}", "{1}", "$& {0}"), "{1}: $& {0}");
    assert.equal(t("{0} of {1}", 3), "3 of {1}");
    assert.equal(t("toString"), "toString");
  });

  it("of something counted have the forms of the language", () => {
    const quotes = (count: number) => plural(count, "{0} quote of {1}", "{0} quotes of {1}", "post.txt");
    assert.deepEqual([1, 2, 0].map(quotes), ["1 quote of post.txt", "2 quotes of post.txt", "0 quotes of post.txt"]);
    speak({
      locale: "ru",
      messages: {
        "{0} quote of {1}": "{0} цитата из {1}",
        "{0} quotes of {1}": "{0} цитаты из {1}",
        "{0} quotes of {1}/many": "{0} цитат из {1}",
      },
    });
    assert.deepEqual([1, 3, 5, 21].map(quotes), [
      "1 цитата из post.txt",
      "3 цитаты из post.txt",
      "5 цитат из post.txt",
      "21 цитата из post.txt",
    ]);
    speak({ locale: "ja", messages: { "{0} quotes of {1}": "{1}の引用{0}件" } });
    assert.deepEqual([1, 2].map(quotes), ["post.txtの引用1件", "post.txtの引用2件"]);
  });

  it("list as the language does", () => {
    assert.deepEqual([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listing), ["", "a", "a and b", "a, b and c"]);
    speak({ locale: "de", messages: {} });
    assert.equal(listing(["a", "b", "c"]), "a, b und c");
  });

  it("do without the rules of a language that there is not", () => {
    speak({ locale: "not a language", messages: { "{0} lines": "{0} Lines!" } });
    assert.equal(plural(2, "{0} line", "{0} lines"), "2 Lines!");
    assert.equal(listing(["a", "b"]), "a and b");
  });

  it("of rules are translated when they are shown", () => {
    speak({ locale: "de", messages: { "There is no file {path}.": "Die Datei {path} gibt es nicht." } });
    assert.equal(formatMessage("source-not-found", { path: "brief.txt" }), "Die Datei brief.txt gibt es nicht.");
  });
});
