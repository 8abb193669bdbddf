import type { ProgressToken, Range } from "vscode-languageserver-protocol";
import type { CitedPassage } from "../features/citedPassages.ts";
import type { EvidenceBelow, EvidenceBranch, EvidenceGrouping } from "../features/evidence/evidence.ts";
import type { EvidenceFilter } from "../features/evidence/sieve.ts";
import type { EvidenceTotals } from "../features/evidence/totals.ts";
import type { QuoteName } from "../features/quoteIds.ts";
import type { Summary } from "../workspace/workspace.ts";

export type { NoteMarks, PlainLink, QuoteMark, RenderedWikilink } from "../features/noteMarks.ts";
export type { VerdictGroup } from "../features/verdictGroup.ts";

/**
 * What the server and Verbatim's own client say to each other beyond LSP. No other client needs any of it: this file
 * holds names and types only, so that both sides can import it.
 */

/** Request: finds and checks every note, whatever the scope of the diagnostics. Cancellable; reports progress. */
export const checkAllRequest = "verbatim/checkAll";

export interface CheckAllParams {
  readonly workDoneToken?: ProgressToken;
}

export interface CheckResult {
  /** The summary in words: "14 quotes in 3 notes: 11 exact, 2 altered, 1 not found". */
  readonly text: string;
  readonly summary: Summary;
}

/** Request: checks one note now. Answered with a {@link CheckResult}, or null where the URI names no note. */
export const checkNoteRequest = "verbatim/checkNote";

export interface CheckNoteParams {
  readonly uri: string;
}

/**
 * Request: writes words of a source into a note, as Markdown that a check finds nothing wrong with. Nothing is changed:
 * the answer is the text to insert. For clients that send no requests of their own the command {@link citeCommand} is
 * the same (`workspace/executeCommand`, with {@link CiteParams} as its only argument).
 */
export const citeRequest = "verbatim/cite";
export const citeCommand = "verbatim.cite";

export interface CiteParams {
  readonly source: {
    readonly uri: string;
    /**
     * What is cited: an empty range stands for its line, and several ranges for as many quotations. Without any the
     * whole source is cited, which only the shape "citation" can be.
     */
    readonly ranges?: readonly Range[];
    /** What stood in each of the ranges when it was copied, where that may be some time ago: it is what is quoted. */
    readonly copied?: readonly string[];
  };
  /**
   * Where it is written: `range` is replaced; where it is missing, in a paragraph at the note's end. Without a note: for
   * one in the workspace folder itself.
   */
  readonly note?: { readonly uri: string; readonly range?: Range };
  /** "quotation", unless something else is asked for. At the place another one may be written, if this does not fit. */
  readonly shape?: "quotation" | "blockQuote" | "citation";
}

export interface CiteResult {
  /** What to insert; null where nothing can be. */
  readonly text: string | null;
  /** Why not, for a person. */
  readonly problem: string | null;
  /** The source cites others and is cited by none: words of it are rather moved than quoted. */
  readonly isOnlyNote: boolean;
}

/** Request: what rendering a note shows of its check. Answered with {@link NoteMarks}, or null where the URI names no note. */
export const noteMarksRequest = "verbatim/quotes";

export interface NoteMarksParams {
  readonly uri: string;
}

/** Notification from the server, sent only to a client whose {@link InitializationOptions} ask for it. */
export const statusNotification = "verbatim/status";

export interface StatusParams {
  readonly state: "scanning" | "ready";
  /** As {@link CheckResult.text}; empty until a scan has ended. */
  readonly summary: string;
  /** What a person should know: wrong settings, folders that cannot be read. One sentence each. */
  readonly problems: readonly string[];
}

/**
 * Notification from the server, sent only to a client whose {@link InitializationOptions} ask for it: what was found in
 * these notes has changed. One for many changes that follow each other closely.
 */
export const checkedNotification = "verbatim/checked";

export interface CheckedParams {
  /** URIs of notes, those that are gone included. None where only files came or went that no note cites. */
  readonly notes: readonly string[];
}

export type { EvidenceBranch, EvidenceGrouping } from "../features/evidence/evidence.ts";
export type { EvidenceKind, EvidenceNode, EvidencePlace } from "../features/evidence/node.ts";
export type { EvidenceFilter } from "../features/evidence/sieve.ts";
export type { EvidenceTotals } from "../features/evidence/totals.ts";
export type { QuoteName } from "../features/quoteIds.ts";
export type { Verdict } from "../quote/judgement.ts";

/** Request: branches of the evidence as they are now, cut to pages. */
export const evidenceRequest = "verbatim/evidence";

export interface EvidenceParams {
  readonly grouping: EvidenceGrouping;
  readonly filter: EvidenceFilter;
  readonly branches: readonly EvidenceBranch[];
}

export interface EvidenceResult {
  readonly totals: EvidenceTotals;
  /** In the order of the request. */
  readonly branches: readonly EvidenceBelow[];
}

/**
 * Notification from the server, sent only to a client whose {@link InitializationOptions} ask for it: sources have
 * changed, and quotes that were right no longer are. One for a change that has settled.
 */
export const lostQuotesNotification = "verbatim/lostQuotes";

export interface LostQuotesParams {
  /** In words: "post.txt has changed: 2 quotes that were right no longer are." */
  readonly text: string;
  /** Which ones; of very many the first. */
  readonly quotes: readonly QuoteName[];
}

/** Request: what of a source is cited. Answered with {@link CitedPassages}, or null where the URI names no file. */
export const citedPassagesRequest = "verbatim/citedPassages";

export interface CitedPassagesParams {
  readonly uri: string;
}

export interface CitedPassages {
  /** Of the open document that the ranges are of; null for a file on disk. */
  readonly version: number | null;
  /** In document order. */
  readonly passages: readonly CitedPassage[];
}

/** Request: the quotes and citations in notes that cite a line of a source. Answered with `Location[]`. */
export const citingPlacesRequest = "verbatim/citingPlaces";

export interface CitingPlacesParams {
  readonly uri: string;
  /** 0-based. */
  readonly line: number;
}

/**
 * Command (`workspace/executeCommand`, without arguments): makes all safe fixes of every note, by `workspace/applyEdit`.
 * Answered with a {@link FixAllResult}. Cancellable; reports progress.
 */
export const fixAllCommand = "verbatim.fixAll";

export interface FixAllResult {
  /** What was done, in words. */
  readonly text: string;
  /** How many citations there were to mend. */
  readonly citations: number;
  /** False where the client refused the edit. */
  readonly applied: boolean;
}

/**
 * The command of a lens above a cited line, for a client whose {@link InitializationOptions} say that it has it: it shows
 * what {@link citingPlacesRequest} gives, and its one argument are that request's {@link CitingPlacesParams}.
 */
export const showCitingPlacesCommand = "verbatim.showCitingPlaces";

/** Command of the client, run behind an edit: selects what a person is to write. Its arguments are {@link SelectArguments}. */
export const selectCommand = "verbatim.select";

/** The document's URI and the range in it. */
export type SelectArguments = readonly [uri: string, range: Range];

/** `InitializeParams.initializationOptions`. All of it is optional. */
export interface InitializationOptions {
  /**
   * Settings of a client that cannot be asked (`workspace/configuration`): what a person wrote under `verbatim`,
   * nested (`{ "hover": { "maxLines": 20 } }`) or with dotted names (`{ "hover.maxLines": 20 }`).
   */
  readonly settings?: unknown;
  /**
   * Folders outside the workspace that sources may be read from: absolute paths, `~/…` or file URIs. To be filled
   * from what the person set for the machine, never from a workspace: it is what the workspace must not choose.
   */
  readonly sourceRoots?: readonly string[];
  /**
   * A folder of the client's own in which the server may keep what it found from one start to the next: an absolute path,
   * `~/…` or a file URI. Without one nothing is kept. It is made where it is not there; in a workspace folder, nothing
   * is written. Servers may share one.
   */
  readonly cacheFolder?: string;
  readonly verbatim?: {
    /** Whether to send {@link statusNotification}. */
    readonly status?: boolean;
    /** Whether to send {@link checkedNotification}. */
    readonly checked?: boolean;
    /** Whether the client has {@link showCitingPlacesCommand}. Other clients get lenses that do nothing. */
    readonly showCitingPlaces?: boolean;
    /**
     * Whether the client lists links to a file as references by itself, as VS Code's Markdown support does: links are
     * then given by their paths, the ranges that they have there, so that the editor lists none twice.
     */
    readonly listsLinks?: boolean;
    /** Whether the client has {@link selectCommand}. Other clients get fixes that select nothing. */
    readonly select?: boolean;
    /** Whether to send {@link lostQuotesNotification}. */
    readonly lostQuotes?: boolean;
  };
}
