import assert from "node:assert/strict";
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  Diagnostic,
  DocumentLink,
  Hover,
  InlayHint,
} from "vscode-languageserver/node";
import { type RuleId, rules } from "../../server/src/rules.ts";
import type { CheckResult, EvidenceParams, EvidenceResult } from "../../server/src/shell/protocol.ts";
import { pseudoLocale, untranslated } from "../pseudoLanguage.ts";
import { able, buildServer, type Client, codes, endServers, positionIn, startClient } from "./client.ts";
import { notebook, post, removeNotebooks } from "./notebook.ts";
import { shownStrings, startPseudoClient } from "./pseudo.ts";

const fixes = { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } } };
const capabilities = { ...able, textDocument: { ...able.textDocument, codeAction: fixes } };
const altered = "The harbour was shut “for 31 days, the longest time in memory” ([Post](post.txt#L3)).\n";

describe("the language of the client", function () {
  this.timeout(60_000);
  before(buildServer);
  afterEach(endServers);
  after(removeNotebooks);

  async function start(client: Client, locale: string | undefined, files: Readonly<Record<string, string>>) {
    const book = notebook(files);
    await client.start({ capabilities, rootUri: book.uri(), locale });
    return { ...book, client };
  }

  async function said(locale: string | undefined): Promise<{ message: string; hover: string; summary: string }> {
    const { client, uri } = await start(startClient(), locale, { "post.txt": post });
    client.open(uri("a.md"), altered);
    const { diagnostics } = await client.diagnostics(uri("a.md"), (each) => each.diagnostics.length > 0);
    const position = positionIn(altered, "31");
    const hover = await client.request<Hover>("textDocument/hover", { textDocument: { uri: uri("a.md") }, position });
    const { text } = await client.request<CheckResult>("verbatim/checkNote", { uri: uri("a.md") });
    return {
      message: String(diagnostics[0].message),
      hover: (hover.contents as { value: string }).value,
      summary: text,
    };
  }

  it("is spoken where there is a translation", async () => {
    const { message, hover, summary } = await said("de");
    assert.equal(message, "In der Quelle steht „13“, nicht „31“.");
    assert.match(
      hover,
      /^\*\*Verändert\*\*: 1 Abweichung von post\.txt\.\n\n- Zahl: In der Quelle steht „13“, im Zitat „31“/,
    );
    assert.match(hover, /\*\*post\.txt\*\*, Zeile 3, die Stelle in/);
    assert.equal(summary, "1 Zitat in 1 Notiz: 1 verändert");
  });

  it("is that of the country where there is nothing nearer, and English where there is nothing", async () => {
    assert.equal((await said("de-AT")).message, "In der Quelle steht „13“, nicht „31“.");
    for (const locale of ["en", "tlh", "../de", undefined]) {
      assert.equal((await said(locale)).message, "The source says “13”, not “31”.", String(locale));
    }
  });

  it("is the language of everything that is said", async () => {
    const { client, uri } = await start(startPseudoClient(), pseudoLocale, greek);
    const told: string[] = [];
    const listen = (what: unknown) => told.push(...shownStrings(what));
    const note = uri("σημειώσεις.md");
    const text = greek["σημειώσεις.md"];
    const textDocument = { uri: note };
    const lines = text.split("\n");
    const whole = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
    client.open(note, text);
    const { diagnostics } = await client.diagnostics(note, (each) => each.diagnostics.length > 0);
    const found = new Set(codes({ diagnostics }));
    assert.deepEqual(
      (Object.keys(rules) as RuleId[]).filter((id) => !found.has(id) && !elsewhere.has(id)),
      [],
    );
    listen(diagnostics);
    listen(await client.request<CheckResult>("verbatim/checkAll", {}));
    listen(await client.request<DocumentLink[]>("textDocument/documentLink", { textDocument }));
    listen(await client.request<InlayHint[]>("textDocument/inlayHint", { textDocument, range: whole }));
    for (const [line, words] of lines.entries()) {
      for (const { index } of words.matchAll(/«|\]\(/g)) {
        const position = { line, character: index + 2 };
        listen(await client.request<Hover>("textDocument/hover", { textDocument, position }));
      }
    }
    const offered = [];
    for (const diagnostic of diagnostics) offered.push(...(await fixesOf(client, note, diagnostic)));
    assert.ok(offered.length > diagnostics.length, `${offered.length} fixes`);
    listen(offered);
    client.open(uri("πρόχειρο.md"), drafts.join("\n\n"));
    for (const [index, draft] of drafts.entries()) {
      const place = {
        textDocument: { uri: uri("πρόχειρο.md") },
        position: { line: 2 * index, character: draft.length },
      };
      const { items } = await client.request<CompletionList>("textDocument/completion", place);
      assert.ok(items.length > 0, draft);
      listen(items);
      listen(await client.request("completionItem/resolve", items[0]));
    }
    const source = { uri: uri("λιμάνι.txt") };
    const lenses = await client.request<CodeLens[]>("textDocument/codeLens", { textDocument: source });
    for (const lens of lenses) listen(await client.request("codeLens/resolve", lens));
    const position = { line: 2, character: 0 };
    listen(await client.request<Hover>("textDocument/hover", { textDocument: source, position }));
    for (const grouping of ["source", "note"] as const) listen(await evidence(client, grouping));
    assert.deepEqual(
      [...new Set(told)].filter((each) => untranslated(each).length > 0),
      [],
    );
    assert.ok(told.length > 100, `${told.length} strings`);
  });

  async function fixesOf(client: Client, uri: string, diagnostic: Diagnostic): Promise<CodeAction[]> {
    const context = { diagnostics: [diagnostic] };
    const params = { textDocument: { uri }, range: diagnostic.range, context };
    return (await client.request<CodeAction[] | null>("textDocument/codeAction", params)) ?? [];
  }

  async function evidence(client: Client, grouping: EvidenceParams["grouping"]): Promise<unknown[]> {
    const all: unknown[] = [];
    let parents: (string | null)[] = [null];
    while (parents.length > 0) {
      const branches = parents.map((parent) => ({ parent, limit: 100 }));
      const filter = { verdicts: null, quotes: null };
      const answer = await client.request<EvidenceResult>("verbatim/evidence", { grouping, filter, branches });
      const nodes = answer.branches.flatMap((branch) => branch.nodes);
      all.push(...nodes);
      parents = nodes.filter(({ isBranch }) => isBranch).map(({ id }) => id);
    }
    return all;
  }
});

/** Rules that need more than a note and a few files, or that are off; their messages come from the same table. */
const elsewhere: ReadonlySet<RuleId> = new Set<RuleId>([
  "source-unreadable",
  "source-too-large",
  "source-encoding",
  "elision-wide",
  "note-not-read",
  "quote-without-citation",
]);

/** To be completed at their ends. */
const drafts = ["Λένε [Π](", "Λένε [Π](λιμάνι.txt#L", "([Π](λιμάνι.txt#L3)) «Το λιμάνι έμεινε"];

/** In letters that are no ASCII, so that whatever is comes from the server. */
const greek = {
  "λιμάνι.txt": [
    "Το λιμάνι ανοίγει ξανά μετά την κακοκαιρία",
    "",
    "Το λιμάνι έμεινε κλειστό για 13 ημέρες, το μεγαλύτερο διάστημα που θυμάται κανείς στην πόλη.",
    "Ο πλοίαρχος δεν είδε την προειδοποίηση και κανείς από το πλήρωμα δεν τραυματίστηκε εκείνη τη νύχτα.",
    "Τα πλοία ξεκινούν πάλι τη Δευτέρα το πρωί.",
    "Η αγορά των ψαριών ανοίγει στις έξι.",
    "",
    "Η αγορά των ψαριών ανοίγει στις έξι.",
    "Ο δήμαρχος υποσχέθηκε νέα φώτα στην προβλήτα.",
    "",
  ].join("\n"),
  "αγορά.txt": "Οι έμποροι ζητούν χαμηλότερα ενοίκια για τους πάγκους τους.\n",
  "εικόνα.bin": "\u0000\u0001\u0002\u0003",
  "φάκελος/άλλο.txt": "Εδώ δεν υπάρχει τίποτα για το λιμάνι.\n",
  "σημειώσεις.md": [
    "Ήταν «κλειστό για 31 ημέρες, το μεγαλύτερο διάστημα» ([Π](λιμάνι.txt#L3)).",
    "Λένε ότι «Τα πλοία ξεκινούν πάλι τη Δευτέρα το πρωί» ([Π](λιμάνι.txt#L3)).",
    "Λένε ότι «Η αγορά των ψαριών ανοίγει στις έξι» ([Π](λιμάνι.txt#L3)).",
    "Λένε ότι «Οι έμποροι ζητούν χαμηλότερα ενοίκια για τους πάγκους τους» ([Π](λιμάνι.txt#L3)).",
    "Λένε ότι «οι γλάροι μιλούν με τους φάρους κάθε βράδυ» ([Π](λιμάνι.txt#L3)).",
    "Λένε ότι «Το λιμάνι έμεινε κλειστό […] στην πόλη» ([Π](λιμάνι.txt#L3)).",
    "Λένε ότι «Ο πλοίαρχος είδε την προειδοποίηση» ([Π](λιμάνι.txt#L4)).",
    "Λένε ότι «Ο πλοίαρχος […] είδε την προειδοποίηση» ([Π](λιμάνι.txt#L4)).",
    "Λένε ότι «στην πόλη […] Το λιμάνι έμεινε κλειστό» ([Π](λιμάνι.txt#L3)).",
    "Λένε ότι «Ο πλοίαρχος [ποτέ] δεν είδε την προειδοποίηση» ([Π](λιμάνι.txt#L4)).",
    "Λένε ότι «Ο δήμαρχος υποσ\u200bχέθηκε νέα φώτα στην προβλήτα» ([Π](λιμάνι.txt#L9)).",
    "Λένε ότι «Ο δήμαρχος υποσχέθηκε νέα φώτα στην προβλήτα» ([Π](λιμάνι.txt)).",
    "Στην αγορά όλοι είναι ήσυχοι ([Α](αγορά.txt#L1)).",
    "Λένε «κάτι άλλο» ([Π](χαμένο.txt#L1)), ([Π](../έξω.txt#L1)), ([Π](φάκελος#L1)), ([Π](εικόνα.bin#L1)).",
    "Λένε και ([Π](λιμάνι.txt#L40)), ([Π](λιμάνι.txt#L0)), ([Π](λιμάνι.txt#L5-L3)), ([Π](λιμάνι.txt#L3-L4)).",
    "Λένε και [Π](το λιμάνι.txt#L3).",
    "<!-- verbatim-ignore-next quote-moved: λόγος -->",
    "Ήταν «κλειστό για 13 ημέρες» ([Π](λιμάνι.txt#L3)).",
    "",
  ].join("\n\n"),
};
