import type { OpenDestination } from "../../note/cursor/destination.ts";
import { writtenDestination } from "../../note/write/destination.ts";
import { reachOf } from "../target.ts";
import { baseName, folderOf, innermostFolder, isWithin, pathBelow, resolvePath } from "../uri.ts";
import { writtenPath } from "../writtenPath.ts";
import { citedSources, type SuggestContext } from "./context.ts";
import { fileRanks } from "./fileRanks.ts";
import { mostSuggestions, noSuggestions, type Suggestion, type Suggestions } from "./suggestion.ts";

/**
 * The files of the workspace that a citation could name, by whole paths: those that the note cites first, then those
 * that other notes do, then text files near the note, and other notes last. What is no text by its name is left out.
 * With a folder typed, those below it. What is written ends with `#L`, where the lines go.
 */
export async function suggestFiles(context: SuggestContext, open: OpenDestination): Promise<Suggestions> {
  const typed = readTyped(context, open);
  if (typed === null) return noSuggestions;
  const cited = citedSources(context);
  const files = await context.inventory.allFiles();
  // What is cited may be outside the workspace folders, and need not exist.
  const outside = cited.filter((uri) => !files.has(uri) && isReadable(context, uri));
  const known = [...outside, ...files];
  if (context.isCancelled()) return noSuggestions;
  const matches: Match[] = [];
  for (const uri of known) {
    const match = uri === context.noteUri ? null : matchOf(context, uri, typed);
    if (match !== null) matches.push(match);
  }
  const rank = fileRanks(context, cited);
  const ranked = matches
    .flatMap((match) => {
      const place = rank(match.uri);
      return place === null ? [] : { match, place };
    })
    .sort(
      (a, b) =>
        a.match.quality - b.match.quality ||
        a.place - b.place ||
        a.match.below.length - b.match.below.length ||
        (a.match.below < b.match.below ? -1 : 1),
    )
    .slice(0, mostSuggestions + 1)
    .map(({ match }) => match);
  const shown = ranked.slice(0, mostSuggestions);
  const isAlone = await uniqueNames(context, open, shown);
  return {
    items: shown.flatMap((match) => fileSuggestion(context, open, typed, match, isAlone(match.uri)) ?? []),
    isIncomplete: ranked.length > mostSuggestions,
  };
}

interface TypedPath {
  /** The folders that were typed, with the slash behind them. */
  readonly folders: string;
  /** The folder that they lead to; where none is typed, the outermost that the note may cite from. */
  readonly folder: string | null;
  /** What was typed of the path below it, in small letters. */
  readonly name: string;
  /** How paths are written: from the workspace folder, from the note's, or as short as may be. */
  readonly style: "/" | "./" | "";
}

function readTyped({ noteUri, roots, settings }: SuggestContext, { typed }: OpenDestination): TypedPath | null {
  const reach = reachOf(noteUri, roots, settings.sourceRoots);
  const path = decoded(typed).replaceAll("\\", "/");
  const slash = path.lastIndexOf("/") + 1;
  const folders = path.slice(0, slash);
  const name = path.slice(slash).toLowerCase();
  if (slash === 0) return { folders, folder: null, name, style: "" };
  const folder = resolvePath(path.startsWith("/") ? reach.home : folderOf(noteUri), folders);
  const style = path.startsWith("/") ? "/" : path.startsWith("./") ? "./" : "";
  const isInReach = folder !== null && reach.folders.some((allowed) => isWithin(folder, allowed));
  return isInReach ? { folders, folder, name, style } : null;
}

/** What is encoded at the end may be typed in half: `%2`, or one byte of several. */
function decoded(path: string): string {
  for (let end = path; ; end = end.replace(lastEscape, "")) {
    try {
      return decodeURIComponent(end);
    } catch {
      if (!lastEscape.test(end)) return path;
    }
  }
}

const lastEscape = /%[\da-f]{0,2}$/i;

interface Match {
  readonly uri: string;
  /** The decoded path below the typed folder, or else below the workspace folder. */
  readonly below: string;
  /** 0 where the name begins with what was typed, 1 where the path has it, 2 where it has its letters in order. */
  readonly quality: number;
}

function matchOf({ roots }: SuggestContext, uri: string, { folder, name }: TypedPath): Match | null {
  const base = folder ?? innermostFolder(roots, uri) ?? folderOf(uri);
  const below = pathBelow(base, uri);
  if (below === null) return null;
  const path = below.toLowerCase();
  if (path.startsWith(name, path.lastIndexOf("/") + 1)) return { uri, below, quality: 0 };
  if (path.includes(name)) return { uri, below, quality: 1 };
  return hasInOrder(path, name) ? { uri, below, quality: 2 } : null;
}

function hasInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Which of the files a wikilink can name without its folder. */
async function uniqueNames(
  { inventory }: SuggestContext,
  { form }: OpenDestination,
  matches: readonly Match[],
): Promise<(uri: string) => boolean> {
  if (form !== "wikilink") return () => false;
  const named = await inventory.filesNamed([...new Set(matches.map(({ uri }) => baseName(uri)))]);
  return (uri) => named(baseName(uri)).length === 1;
}

function fileSuggestion(
  context: SuggestContext,
  open: OpenDestination,
  typed: TypedPath,
  { uri, below }: Match,
  isAlone: boolean,
): Suggestion | null {
  const { cursor, checked, isCited } = context;
  const path = pathTo(context, uri, typed, isAlone);
  if (path === null) return null;
  const hash = open.rest.indexOf("#");
  const old = hash < 0 ? open.rest : open.rest.slice(0, hash);
  const start = cursor + open.span.start;
  const shown = decoded(path);
  const isCitedHere = checked?.citations.some(({ sourceUri }) => sourceUri === uri) ?? false;
  return {
    kind: "file",
    label: shown,
    given: 0,
    text: "",
    source: { uri, lines: null, passage: null },
    citedBy: isCitedHere ? "this note" : isCited(uri) ? "other notes" : "nobody",
    edit: {
      text: writtenIn(open, path) + (hash < 0 ? "#L" : ""),
      typed: { start, end: cursor },
      whole: { start, end: cursor + old.length },
      isWhole: false,
    },
    also: [],
    filter: filterFor(open, typed, { path, shown, below }),
    isPreferred: false,
  };
}

/** What a client compares with what is typed: the form that it was begun in, with what of that the form lacks in front. */
function filterFor(
  { typed }: OpenDestination,
  { folders }: TypedPath,
  { path, shown, below }: { readonly path: string; readonly shown: string; readonly below: string },
): string {
  const filter = typed.includes("%") ? path : folders !== "" ? folders + below : shown;
  return hasInOrder(filter.toLowerCase(), typed.toLowerCase()) ? filter : `${typed} ${below}`;
}

function pathTo(context: SuggestContext, uri: string, { style }: TypedPath, isAlone: boolean): string | null {
  const { noteUri, roots, settings } = context;
  if (isAlone) return writtenDestination(baseName(uri));
  if (style === "/") {
    const below = pathBelow(reachOf(noteUri, roots, settings.sourceRoots).home, uri);
    return below === null ? null : `/${writtenDestination(below)}`;
  }
  const path = writtenPath(noteUri, uri, { roots, sourceRoots: settings.sourceRoots });
  return path === null || path.startsWith("../") ? path : style + path;
}

function isReadable({ store }: SuggestContext, uri: string): boolean {
  const state = store.loaded(uri);
  return state !== null && state.problem === undefined;
}

/** The path as the kind of link wants it. Other programs that read wikilinks, and `<…>`, take names as they are. */
function writtenIn({ form, isBracketed }: OpenDestination, path: string): string {
  if (form === "wikilink") return decoded(path).replace(/[\p{C}[\]|#%\\]/gu, encodeURIComponent);
  return isBracketed ? path.replaceAll("%20", " ") : path;
}
