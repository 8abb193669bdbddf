import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readLanguage } from "../../../server/src/shell/server/language.ts";

describe("the messages of a language", () => {
  const folder = mkdtempSync(join(tmpdir(), "verbatim-l10n-"));
  const read = (locale: string) => readLanguage(join(folder), locale);
  const messages = { "Open {0}": "{0} öffnen" };
  before(() => {
    writeFileSync(join(folder, "bundle.l10n.de.json"), JSON.stringify(messages));
    writeFileSync(join(folder, "bundle.l10n.pt-br.json"), JSON.stringify({ "Open {0}": "Abrir {0}" }));
    writeFileSync(join(folder, "bundle.l10n.fr.json"), "{ broken");
    writeFileSync(join(folder, "bundle.l10n.es.json"), '{ "Open {0}": 3 }');
  });
  after(() => rmSync(folder, { recursive: true }));

  it("are read by its name, however that is written", async () => {
    assert.deepEqual(await read("de"), { locale: "de", messages });
    assert.equal((await read("pt-BR"))?.locale, "pt-br");
    assert.equal((await read("pt_BR"))?.locale, "pt-br");
  });

  it("are those of the wider language where it has none of its own", async () => {
    assert.deepEqual(await read("de-AT"), { locale: "de", messages });
    assert.equal(await read("pt"), null);
  });

  it("are none for what is no language, wherever that leads", async () => {
    for (const locale of ["", "en", "x", "../de", "de/../de", "-", "de-", "..", "d\u0000e", "*".repeat(10_000)]) {
      assert.equal(await read(locale), null, locale.slice(0, 20));
    }
  });

  it("are none where the file is broken or holds something else", async () => {
    assert.equal(await read("fr"), null);
    assert.equal(await read("es"), null);
  });
});
