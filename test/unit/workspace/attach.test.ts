import assert from "node:assert/strict";
import { wikiUri } from "./desk.ts";
import { check, report } from "./lockNotebook.ts";

describe("attaching quotes", () => {
  describe("decides what is a quote", () => {
    it("leaves scare quotes alone", async () => {
      const { findings, verdicts, desk } = await check('The "heroic" keeper was asked by nobody ([r](report.txt#L8)).');
      assert.deepEqual(findings, []);
      assert.deepEqual(verdicts, []);
      assert.deepEqual(desk.note("note.md").uncited, []);
    });

    it("takes a short quotation that the source has", async () => {
      const { verdicts } = await check('Did she count "thirty barges" or more, as they claim ([r](report.txt#L3))?');
      assert.deepEqual(verdicts, ["exact"]);
    });

    it("takes a few words that the source has at other lines, but not one", async () => {
      const few = await check('Did she count "thirty barges" or more, as they claim ([r](report.txt#L8))?');
      assert.deepEqual(few.verdicts, ["moved"]);
      const one = await check('The "barges" were asked by nobody ([r](report.txt#L8)).');
      assert.deepEqual([...one.findings, ...one.verdicts], []);
    });

    it("holds a short one that touches to its words", async () => {
      const { findings } = await check('She counted "forty barges" ([r](report.txt#L3)).');
      assert.equal(findings.length, 1);
    });

    it("leaves titles alone", async () => {
      for (const title of ["Night Work at the Lock", "“Report”", "report.txt"]) {
        const { findings, verdicts } = await check(`In "${title}" nobody asks, and that is odd ([r](report.txt#L8)).`);
        assert.deepEqual([...findings, ...verdicts], [], title);
      }
      const { findings } = await check(
        'The chapter "What the Keeper Said That Night" has nobody ask, and that is odd ([r](story.md#L5)).',
        { "story.md": "# Story\n\nText.\n\n## What the keeper said that night\n" },
      );
      assert.deepEqual(findings, []);
    });

    it("knows the headline below a kicker in plain text, but no line of the text itself", async () => {
      const sources = {
        "gazette.txt":
          "Harbour news\n\nKeeper will not leave the old lock\n\nThe barges wait.\n\nNobody has asked them why\n",
      };
      const headline = await check(
        'The piece "Keeper will not leave the old lock" was read by many, see [here](gazette.txt#L5).',
        sources,
      );
      assert.deepEqual([...headline.findings, ...headline.verdicts], []);
      const line = await check(
        'He said "Nobody has asked them why" and was read by many [here](gazette.txt#L5).',
        sources,
      );
      assert.deepEqual(line.verdicts, ["moved"]);
    });

    it("is milder on what may be a title", async () => {
      const { desk } = await check(
        'In "The Long Night of the Barges" nobody asks, and that is odd ([r](report.txt#L8)).',
      );
      const [{ rule, severity, message }] = desk.note("note.md").findings;
      assert.deepEqual([rule, severity], ["quote-not-found", "information"]);
      assert.match(message, /may be a title/);
    });

    it("takes the citation before it where the one behind a semicolon begins the next clause", async () => {
      const { findings, verdicts } = await check(
        'As [one](report.txt#L5) has it, "the town has few"; [two](other.txt#L1) says nothing.',
      );
      assert.deepEqual(findings, []);
      assert.deepEqual(verdicts, ["exact"]);
    });

    it("takes the citation whose lines hold it", async () => {
      const { findings, verdicts, desk } = await check(
        'First [one](other.txt#L1), later "the town has few", it says, and then [two](report.txt#L5) too.',
      );
      assert.deepEqual(findings, []);
      assert.deepEqual(verdicts, ["exact"]);
      assert.deepEqual(
        desk.note("note.md").citations.map(({ quotes }) => quotes.length),
        [0, 1],
      );
    });

    it("takes the citation whose source has words like it, where none has the very words", async () => {
      const { findings, desk } = await check(
        'Of the first, [one](report.txt#L5) says "A barge costs the town ten coins", and [two](other.txt#L2) "the council that ordered the gate shut".',
      );
      assert.deepEqual(findings, ["quote-altered [ten]"]);
      assert.deepEqual(
        desk.note("note.md").citations.map(({ quotes }) => quotes.length),
        [1, 1],
      );
    });

    it("is content with a match in one citation of a group", async () => {
      const { findings, verdicts } = await check(
        '"She did not open the gate" ([o](other.txt#L1), [r](report.txt#L4)), and "ordered the gate shut"[^1].\n\n[^1]: [r](report.txt#L4), [o](other.txt#L2)\n',
      );
      assert.deepEqual(findings, []);
      assert.deepEqual(verdicts, ["exact", "exact"]);
    });

    it("takes the citation of a group whose lines hold it, of the same source too", async () => {
      const { desk, findings } = await check(
        '"The keeper sleeps at noon" ([a](report.txt#L3), [b](report.txt#L6), [c](report.txt#L7))',
      );
      assert.deepEqual(findings, []);
      assert.deepEqual(
        desk.note("note.md").citations.map(({ quotes }) => quotes.length),
        [0, 1, 0],
      );
    });

    it("is content with the lines of a group together, where the quote begins and ends in them", async () => {
      const split = '"The lock keeper counted thirty barges … A barge costs the town nine coins"';
      assert.deepEqual((await check(`${split} ([a](report.txt#L3), [b](report.txt#L5))`)).verdicts, ["equivalent"]);
      const whole = '"thirty barges before midnight. She did not open the gate"';
      assert.deepEqual((await check(`${whole} ([b](report.txt#L4), [a](report.txt#L3))`)).verdicts, ["exact"]);
      assert.deepEqual((await check(`${split} ([a](report.txt#L3), [b](report.txt#L4))`)).verdicts, ["moved"]);
      assert.deepEqual((await check(`${split} ([a](report.txt#L2), [b](report.txt#L8))`)).verdicts, ["moved"]);
    });

    it("reports what is wrong with the likeliest source of a group", async () => {
      const { findings } = await check('"A barge costs the town ten coins" ([o](other.txt#L1), [r](report.txt#L5))');
      assert.deepEqual(findings, ["quote-altered [ten]"]);
    });

    it("is done soon with a group of any size", async () => {
      const links = Array.from({ length: 600 }, (_, index) => `[r](report.txt#L${(index % 8) + 1})`).join(", ");
      const quotes = Array.from({ length: 60 }, (_, index) => `"words of which none is in it, ${index}"`).join(" and ");
      const { verdicts } = await check(`${quotes} (${links})`);
      assert.ok(verdicts.every((verdict) => verdict === "absent"));
    });

    it("claims nothing where a source of the group cannot be read", async () => {
      const { findings, verdicts } = await check(
        '"words that nobody has written" ([r](report.txt#L4), [g](gone.txt#L1))',
      );
      assert.deepEqual(findings, ["source-not-found [gone.txt]"]);
      assert.deepEqual(verdicts, ["unchecked"]);
    });
  });

  describe("of a source that is markup itself", () => {
    const page =
      "The ferry to [[Old Harbour]] is run by [[Harbour Lines|the Lines]].\nSalt &amp; Sons paid for it, see [the deed](https://example.org/deed).\nThe keeper did go home.\n";
    const judged = async (note: string) => (await check(note, { "page.txt": page })).verdicts;

    it("takes wikilinks, links and entities as words, where the source has them", async () => {
      const whole = '"The ferry to [[Old Harbour]] is run by [[Harbour Lines|the Lines]]" ([p](page.txt#L1))';
      assert.deepEqual(await judged(whole), ["exact"]);
      const block =
        "> Salt &amp; Sons paid for it,\n> see [the\n> deed](https://example.org/deed).\n> — [p](page.txt#L2)\n";
      assert.deepEqual(await judged(block), ["exact"]);
      const bracket = '"[t]he ferry to [[Old Harbour]] … run by [[Harbour Lines|the Lines]]" ([p](page.txt#L1))';
      assert.deepEqual(await judged(bracket), ["equivalent"]);
    });

    it("reads them away where it has not", async () => {
      const note = '"The [[Keepers|keeper]] did [go](https://example.org) home" ([p](page.txt#L3))';
      assert.deepEqual(await judged(note), ["exact"]);
    });

    it("takes emphasis as it is written where the source has its marks", async () => {
      const sum = "The sum 2*3*4 is ==twenty-four==, and a*b*c is ~~not~~ known.";
      const { verdicts } = await check(`"${sum.slice(0, -1)}" ([s](sum.txt#L1))`, { "sum.txt": sum });
      assert.deepEqual(verdicts, ["exact"]);
    });

    it("names the words that were changed, and not the markup beside them", async () => {
      const { findings } = await check('"The boat to [[Old Harbour]] is run by" ([p](page.txt#L1))', {
        "page.txt": page,
      });
      assert.deepEqual(findings, ["quote-altered [boat]"]);
    });

    it("takes no link for a bracket that adds a word", async () => {
      for (const link of ["[[not]]", "[not](https://example.org)"]) {
        assert.deepEqual(await judged(`"The keeper did ${link} go home" ([p](page.txt#L3))`), ["altered"], link);
      }
    });

    it("takes no remark for a bracket that stands for words", async () => {
      for (const remark of ["[*sic*]", "[<i>sic</i>]", "[`sic`]", "[_emphasis added_]"]) {
        assert.deepEqual(await judged(`"The keeper did ${remark} home" ([p](page.txt#L3))`), ["altered"], remark);
      }
    });

    it("looks for them in other sources too", async () => {
      const { findings } = await check(
        '"run by [[Harbour Lines|the Lines]]" ([r](report.txt#L3))\n\n[p](page.txt#L3)\n',
        { "page.txt": page },
      );
      assert.deepEqual(findings, ["quote-in-other-source [run by [[Harbour Lines|the Lines]]]"]);
    });
  });

  describe("of a whole file", () => {
    it("says where the quote is", async () => {
      const { desk, findings, verdicts } = await check('"She did not open the gate" ([r](report.txt))');
      assert.deepEqual(findings, ["citation-without-lines [report.txt]"]);
      assert.deepEqual(desk.messages("note.md"), ["This citation names no lines. The quote is at line 4."]);
      assert.deepEqual(verdicts, ["exact"]);
    });

    it("is no citation without a quote that touches, a text and a file", async () => {
      for (const link of [
        "See [r](report.txt).",
        'He said "nobody has asked the keeper", and there is more about all that in [r](report.txt) too.',
        '"She did not open the gate" ([r](gone.txt))',
        '"She did not open the gate" ([r](x.png))',
        '"She did not open the gate" ([r](../out.txt))',
        '"She did not open the gate" ([r](story.md))',
      ]) {
        const { desk, findings } = await check(link, {
          "x.png": Uint8Array.of(0, 1),
          "story.md": report,
          "/out.txt": report,
        });
        assert.deepEqual(findings, [], link);
        assert.deepEqual(desk.note("note.md").citations, [], link);
      }
    });

    it("is not looked at where no quote is attached", async () => {
      const { desk } = await check("See [r](lonely.txt).", { "lonely.txt": "" });
      assert.ok(!desk.files.calls.stat.includes(wikiUri("lonely.txt")));
    });

    it("altered: is judged like any other", async () => {
      const { findings } = await check('"A barge costs the town ten coins" ([r](report.txt))');
      assert.ok(findings.includes("quote-altered [ten]"));
    });
  });
});
