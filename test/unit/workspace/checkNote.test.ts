import assert from "node:assert/strict";
import { checkedDesk, wikiUri } from "./desk.ts";
import { check, report } from "./lockNotebook.ts";

describe("checking a note", () => {
  describe("reports each verdict as its rule says", () => {
    it("exact and equivalent: not at all", async () => {
      const { findings, verdicts } = await check(
        '"Nobody has asked the keeper" ([r](report.txt#L8)), "[s]he did not open the gate … for the last" ([r](report.txt#L4))',
      );
      assert.deepEqual(findings, []);
      assert.deepEqual(verdicts, ["exact", "equivalent"]);
    });

    it("moved: at the quote, with the true lines", async () => {
      const { desk, findings } = await check('"She did not open the gate" ([r](report.txt#L8))');
      assert.deepEqual(findings, ["quote-moved [She did not open the gate]"]);
      assert.deepEqual(desk.messages("note.md"), ["These words are at line 4 of report.txt, not at line 8."]);
      const [{ severity, related }] = desk.note("note.md").findings;
      assert.equal(severity, "warning");
      assert.equal(report.slice(related[0].span.start, related[0].span.end), "She did not open the gate");
    });

    it("moved: running past the cited lines", async () => {
      const { desk } = await check('"before midnight. She did not open the gate" ([r](report.txt#L3))');
      assert.deepEqual(desk.messages("note.md"), [
        "These words run past the cited lines: they are at lines 3–4 of report.txt, not only at line 3.",
      ]);
    });

    it("ambiguous: with all places", async () => {
      const { desk, findings } = await check('"The keeper sleeps at noon" ([r](report.txt#L3))');
      assert.deepEqual(findings, ["quote-ambiguous [The keeper sleeps at noon]"]);
      assert.deepEqual(desk.messages("note.md"), [
        "These words are not at line 3, but at 2 other places of report.txt: line 6 and line 7.",
      ]);
    });

    it("altered: at the very words", async () => {
      const { desk, findings } = await check('"A barge costs the town ten coins" ([r](report.txt#L5))');
      assert.deepEqual(findings, ["quote-altered [ten]"]);
      assert.deepEqual(desk.messages("note.md"), ["The source says “nine”, not “ten”."]);
      assert.equal(desk.note("note.md").findings[0].severity, "error");
    });

    it("altered: milder where only case or marks differ", async () => {
      const { desk } = await check('"Nobody has asked The keeper what she would change" ([r](report.txt#L8))');
      assert.deepEqual(
        desk.note("note.md").findings.map(({ rule, severity }) => [rule, severity]),
        [["quote-altered", "information"]],
      );
    });

    it("elsewhere: with the source that has it", async () => {
      const { desk, findings, verdicts } = await check('"ordered the gate shut at night" ([r](report.txt#L4))');
      assert.deepEqual(findings, ["quote-in-other-source [ordered the gate shut at night]"]);
      assert.deepEqual(verdicts, ["elsewhere"]);
      assert.deepEqual(desk.messages("note.md"), ["These words are not in report.txt; they are in other.txt, line 2."]);
      assert.equal(desk.note("note.md").citations[0].quotes[0].passage?.uri, wikiUri("other.txt"));
    });

    it("elsewhere: before an altered passage of its own source", async () => {
      const { verdicts } = await check('"A barge costs the town ten coins" ([r](report.txt#L5))', {
        "twin.txt": "A barge costs the town ten coins, they wrote.\n",
        "cites-twin.md": "[t](twin.txt#L1)\n",
      });
      assert.deepEqual(verdicts, ["elsewhere"]);
    });

    it("absent: at the quote", async () => {
      const { findings, desk } = await check('"the ferry was late for once" ([r](report.txt#L4))');
      assert.deepEqual(findings, ["quote-not-found [the ferry was late for once]"]);
      assert.deepEqual(desk.messages("note.md"), ["No such passage in report.txt."]);
    });
  });

  describe("lets settings decide", () => {
    const note = '"A barge costs the town Nine coins" ([r](report.txt#L5)), "She did not open" ([r](report.txt#L8))';

    it("what is reported, and how severely", async () => {
      const { desk } = await check(
        note,
        {},
        { settings: { rules: { "quote-altered": "error", "quote-moved": "off" } } },
      );
      assert.deepEqual(
        desk.note("note.md").findings.map(({ rule, severity }) => [rule, severity]),
        [["quote-altered", "error"]],
      );
      assert.deepEqual(desk.verdicts("note.md"), ["altered", "moved"]);
    });

    it("whether quotations without a citation are listed; they are always counted", async () => {
      const text = 'He said "nobody ever wrote this down" once, and "never".\n';
      const quiet = await check(text);
      assert.deepEqual(quiet.findings, []);
      assert.equal(quiet.desk.workspace.summary().uncited, 1);
      const loud = await check(text, {}, { settings: { rules: { "quote-without-citation": "hint" } } });
      assert.deepEqual(loud.findings, ['quote-without-citation ["nobody ever wrote this down"]']);
    });
  });

  describe("heeds ignore comments", () => {
    const ignore = (rule: string) => `<!-- verbatim-ignore-next ${rule}: known -->\n`;
    const moved = '"She did not open the gate" ([r](report.txt#L8))';

    it("for the next quote", async () => {
      const { findings } = await check(`${ignore("quote-moved")}${moved}\n\n${moved}\n`);
      assert.deepEqual(findings, ["quote-moved [She did not open the gate]"]);
    });

    it("for all findings of that rule on it, and for no other rule", async () => {
      const note = '"A boat costs the town ten coins, and the town has few" ([r](report.txt#L5))';
      assert.deepEqual((await check(`${ignore("quote-altered")}${note}`)).findings, []);
      const { findings } = await check(`${ignore("quote-moved")}${note}`);
      assert.deepEqual(findings, [
        "ignore-unused [<!-- verbatim-ignore-next quote-moved: known -->]",
        "quote-altered [boat]",
        "quote-altered [ten]",
      ]);
    });

    it("for the citation of the next quote", async () => {
      const { findings } = await check(`${ignore("source-not-found")}"She did not open" ([r](gone.txt#L8))\n`);
      assert.deepEqual(findings, []);
    });

    it("stacked", async () => {
      const note = '"She did not open the gate" ([r](report.txt#L99))';
      const { findings } = await check(`${ignore("quote-moved")}\n${ignore("range-outside-source")}\n${note}`);
      assert.deepEqual(findings, []);
    });

    it("and says so where one silences nothing", async () => {
      const { desk } = await check(`${ignore("quote-moved")}${ignore("quote-mvoed")}\nNothing here.\n`);
      assert.deepEqual(desk.messages("note.md"), [
        "This comment silences nothing: the next citation or quote has no quote-moved finding.",
        "There is no rule quote-mvoed.",
      ]);
    });

    it("and says so where one names no rule", async () => {
      const { desk } = await check("<!-- verbatim-ignore-next: known -->\nNothing here.\n");
      assert.deepEqual(desk.messages("note.md"), [
        "This comment names no rule: write verbatim-ignore-next RULE: reason.",
      ]);
    });

    it("but not where nobody could tell", async () => {
      const { findings } = await check(`${ignore("quote-moved")}"She did not open" ([r](gone.txt#L8))\n`);
      assert.deepEqual(findings, ["source-not-found [gone.txt]"]);
    });

    it("also of a rule that is off", async () => {
      const { findings } = await check(
        `${ignore("quote-moved")}${moved}`,
        {},
        { settings: { rules: { "quote-moved": "off" } } },
      );
      assert.deepEqual(findings, []);
    });
  });

  describe("follows paths", () => {
    const line = "The keeper sleeps at noon.\n";

    it("from the note, and from the workspace folder that holds it", async () => {
      const desk = await checkedDesk(
        {
          "/one/notes/n.md": '"The keeper sleeps" ([a](../s/a.txt#L1)) "The keeper sleeps" ([b](/s/a.txt#L1))',
          "/one/s/a.txt": line,
          "/two/n.md": '"The keeper sleeps" ([a](/s/a.txt#L1)) "The keeper sleeps" ([b](../one/s/a.txt#L1))',
        },
        { roots: ["file:///one", "file:///two"] },
      );
      assert.deepEqual(desk.verdicts("/one/notes/n.md"), ["exact", "exact"]);
      assert.deepEqual(desk.findings("/two/n.md"), ["source-not-found [/s/a.txt]"]);
      assert.deepEqual(desk.verdicts("/two/n.md"), ["unchecked", "exact"]);
    });

    it("by name alone in wikilinks, wherever the only file of that name is", async () => {
      const note = '"The keeper sleeps" ([[a.txt#L1]])';
      const one = await checkedDesk({
        "n/note.md": note,
        "deep/er/a.txt": line,
        "node_modules/a.txt": line,
        ".gitignore": "deep",
      });
      assert.deepEqual(one.verdicts("n/note.md"), ["exact"]);
      const two = await checkedDesk({ "n/note.md": note, "x/a.txt": line, "y/a.txt": line });
      assert.deepEqual(two.findings("n/note.md"), ["source-not-found [a.txt]"]);
      assert.match(two.messages("n/note.md")[0], /x\/a\.txt and y\/a\.txt/);
      const none = await checkedDesk({ "n/note.md": note });
      assert.deepEqual(none.findings("n/note.md"), ["source-not-found [a.txt]"]);
    });

    it("by a name in another Unicode form than the file's", async () => {
      const name = "é – Ω.txt";
      for (const [written, stored] of [
        [name.normalize("NFD"), name.normalize("NFC")],
        [name.normalize("NFC"), name.normalize("NFD")],
      ]) {
        const note = `"The keeper sleeps at noon" ([r](<${written}/${written}#L1>)) and "at noon" [[${written}#L1]]`;
        const { findings, verdicts } = await check(note, { [`${stored}/${stored}`]: "The keeper sleeps at noon.\n" });
        assert.deepEqual([...findings, ...verdicts], ["exact", "exact"]);
      }
      const { findings } = await check('"at noon" ([r](<e/é.txt#L1>))', { "e/e.txt": "at noon" });
      assert.deepEqual(findings, ["source-not-found [e/é.txt]"]);
    });

    it("into what git ignores", async () => {
      const desk = await checkedDesk({
        ".gitignore": "press\n",
        "n.md": '"The keeper sleeps" ([a](press/a.txt#L1))',
        "press/a.txt": line,
      });
      assert.deepEqual(desk.verdicts("n.md"), ["exact"]);
    });
  });

  it("never takes a note's own words for another source", async () => {
    const note = '"words that only this note has" ([r](report.txt#L4))\n';
    const { findings } = await check(note, { "cites-note.md": "[n](note.md#L1)" });
    assert.deepEqual(findings, ["quote-not-found [words that only this note has]"]);
  });

  it("looks into the note's own sources before those of others", async () => {
    const { desk } = await check('"the council that ordered" ([r](report.txt#L4)), and see [z](z.txt#L1).', {
      "z.txt": "So it was the council that ordered it.\n",
    });
    assert.match(desk.messages("note.md")[0], /they are in z\.txt/);
  });

  it("reports a shared definition's source once", async () => {
    const { findings } = await check('"The keeper" ([a][s]), "sleeps" ([b][s])\n\n[s]: gone.txt#L1\n');
    assert.deepEqual(findings, ["source-not-found [gone.txt]"]);
  });

  it("counts what it found", async () => {
    const { desk } = await check(
      '"A boat costs the town ten coins, and the town has few" ([r](report.txt#L5)), "sleeps at noon" ([r](report.txt#L6))',
    );
    const { verdicts, ...counts } = desk.workspace.summary();
    assert.deepEqual(counts, {
      notes: 2,
      citations: 3,
      quotes: 2,
      sources: 2,
      errors: 2,
      warnings: 0,
      information: 0,
      hints: 0,
      uncited: 0,
    });
    assert.deepEqual([verdicts.altered, verdicts.exact], [1, 1]);
  });
});
