import { translated } from "./l10n.ts";

/**
 * Every rule that Verbatim reports, in one table. The language server, the command line, the settings schema and the
 * rule table of the README are made from it. To add a rule: a row here, the place that finds it, and one fixture.
 */

export type Severity = "error" | "warning" | "information" | "hint";

/** What a setting may say of a rule. */
export type RuleLevel = Severity | "off";

export interface Rule {
  /** Used where no setting says otherwise. */
  readonly level: RuleLevel;
  /** One line for the docs and the settings: what the finding means. */
  readonly summary: string;
  /** Messages by variant; `{name}` is filled by {@link formatMessage}. `default` is used where no variant is named. */
  readonly messages: Readonly<Record<string, string>>;
}

function rule(level: RuleLevel, summary: string, messages: string | Record<string, string>): Rule {
  return { level, summary, messages: typeof messages === "string" ? { default: messages } : messages };
}

export const rules = {
  "quote-altered": rule("error", "The passage is in the cited source, but the words differ.", {
    default: "The source says “{source}”, not “{quote}”.",
    omission: "Left out without a mark: the source says “{source}” here.",
    insertion: "The source does not have “{quote}” here.",
    order: "The source has these words in another order: “{source}”.",
    moved: "The source has “{source}” at another place of this passage.",
    negationDropped: "The source says “{source}” here; the quote leaves it out.",
    negationAdded: "The source does not say “{quote}” here.",
  }),
  "quote-moved": rule("warning", "The words are in the cited source, but at other lines.", {
    default: "These words are at {found} of {file}, not at {cited}.",
    beyond: "These words run past the cited lines: they are at {found} of {file}, not only at {cited}.",
  }),
  "quote-ambiguous": rule(
    "warning",
    "The words are at several places of the cited source, none of them at the cited lines.",
    "These words are not at {cited}, but at {count} other places of {file}: {places}.",
  ),
  "quote-in-other-source": rule(
    "error",
    "The words are not in the cited source, but in another one.",
    "These words are not in {file}; they are in {other}, {found}.",
  ),
  "quote-not-found": rule("error", "The cited source has no such passage.", {
    default: "No such passage in {file}.",
    title: "No such passage in {file}; this may be a title rather than a quotation.",
  }),
  "quote-without-citation": rule(
    "off",
    "A quotation of four words or more has no citation.",
    "This quotation has no citation.",
  ),
  "elision-reversed": rule(
    "error",
    "The parts around an ellipsis stand in the source in another order.",
    "In {file} the part after this ellipsis comes before the part in front of it.",
  ),
  "elision-hides-negation": rule(
    "warning",
    "An ellipsis skips a negation of a sentence whose other words are quoted.",
    "This ellipsis skips “{source}” in a sentence that the quote keeps words of.",
  ),
  "elision-wide": rule(
    "hint",
    "An ellipsis skips more words than verbatim.elision.maxWords allows.",
    "This ellipsis skips {count} words (more than {limit}).",
  ),
  "bracket-changes-meaning": rule("warning", "A bracket adds, drops or replaces a negation or a number.", {
    default: "This bracket changes the meaning: the source says “{source}”.",
    added: "This bracket adds “{quote}”, which the source does not say.",
  }),
  "hidden-characters": rule(
    "information",
    "The quote holds characters that cannot be seen: bidi controls, zero-width or tag characters.",
    "Hidden characters in this quote: {characters}.",
  ),
  "source-not-found": rule("error", "The cited file does not exist.", {
    default: "There is no file {path}.",
    several: "Several files are named {path}; write the folder too: {places}.",
  }),
  "source-outside-workspace": rule(
    "warning",
    "The cited file is outside the workspace and outside verbatim.sourceRoots; it was not read.",
    "{path} is outside the workspace and was not read. verbatim.sourceRoots can name its folder.",
  ),
  "source-not-a-file": rule("warning", "The citation names a folder or a special file.", {
    default: "{path} is a folder, not a file.",
    special: "{path} is not a regular file and was not read.",
  }),
  "source-unreadable": rule("warning", "The cited file could not be read.", "{path} could not be read: {reason}."),
  "source-binary": rule(
    "information",
    "The cited file is not text; nothing is claimed about the quote.",
    "{path} is not text; the quote was not checked.",
  ),
  "source-encoding": rule(
    "information",
    "The encoding of the cited file could not be told; nothing is claimed about the quote.",
    "The encoding of {path} could not be told; save it as UTF-8 to have the quote checked.",
  ),
  "source-too-large": rule(
    "warning",
    "The cited file is too large to be checked.",
    "{path} is too large to be checked ({size} MB; the limit is {limit} MB).",
  ),
  "range-invalid": rule("error", "The line fragment is not a range of lines.", {
    default: "{fragment} is not a range of lines.",
    zero: "Lines are counted from 1: there is no line 0.",
    reversed: "The range {fragment} ends before it starts.",
  }),
  "range-outside-source": rule(
    "error",
    "The cited lines are past the end of the source.",
    "The citation names {cited}, but {file} has {count}.",
  ),
  "citation-without-lines": rule(
    "hint",
    "A quote cites a whole file.",
    "This citation names no lines. The quote is at {found}.",
  ),
  "citation-malformed": rule("hint", "A link to a source that Markdown does not read as a link.", {
    default: "Markdown does not read this as a link. Put the path in angle brackets: {fix}",
  }),
  "ignore-unused": rule("warning", "An ignore comment that silences nothing.", {
    default: "This comment silences nothing: the next citation or quote has no {rule} finding.",
    unknown: "There is no rule {rule}.",
    unnamed: "This comment names no rule: write verbatim-ignore-next RULE: reason.",
  }),
  "note-not-read": rule("information", "A line of a note that is nested too deeply to be read.", {
    default: "This is nested too deeply to be read; citations in it are not checked.",
  }),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof rules;

export type MessageArguments = Readonly<Record<string, string | number>>;

/** The rule's message with its arguments filled in. An unknown variant falls back to the default message. */
export function formatMessage(id: RuleId, args: MessageArguments, variant = "default"): string {
  const messages: Readonly<Record<string, string>> = rules[id].messages;
  const template = translated(messages[variant] ?? messages.default ?? "");
  return template.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(args[name] ?? placeholder));
}

/** Where the rule is explained, relative to the project's repository. */
export function helpPath(id: RuleId): string {
  return `docs/rules.md#${id}`;
}
