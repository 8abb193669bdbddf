/** Names, dates and places: what attributions are made of, told from prose. */

/** Words that may stand between names, in lower case: of, from, quoted in. */
export const connectives: ReadonlySet<string> = new Set(
  `a accessed ad al am an and app après art as at au auf aus bei but by cap cf ch chap cit citado citato cited
   citing cité col cols d da dal dans das de dei del dem den der des di die du e ed eds el en et ff fig fol fols
   from für i ibid id ii iii il im in iv l la le les line lines ll loc my n nach nn no nos note notes nr of on op
   or p page pages par para paras per pp pt quoted quoting reprinted retrieved s sec see seq ser source sources
   supra sv the to told trans transl translated und v van vgl via vol vols vom von vs y z zit zitiert zum zur`
    .trim()
    .split(/\s+/),
);

const mostNames = 12;

/** Whether text holds only names, dates and punctuation: no word of prose. */
export function isNames(text: string, most = mostNames): boolean {
  const words = text.split(/[\s\p{P}\p{S}]+/u).filter((word) => word !== "");
  return (
    words.length <= most &&
    words.every((word) => /^[\p{Lu}\p{Lo}\p{N}]/u.test(word) || connectives.has(word)) &&
    (!caseless.test(text) || isNamesWithoutCase(text))
  );
}

/** Whether text has letters of a script without capitals. */
export const caseless = /\p{Lo}/u;
/** In a script without capitals a name is told by its length: in characters where it writes no spaces, else in words. */
const longestDenseName = 7;
const mostWordsOfName = 4;
const denseScript = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** What sentences of Japanese and Korean end with, and names do not; “より” and “から” say where from. */
const proseEnd = /(?<!より|から)(?<=\p{sc=Hiragana}|다|요)$/u;

function isNamesWithoutCase(text: string): boolean {
  if (/[\p{Lo}\p{M}][.!?…。！？؟।۔]/u.test(text)) return false;
  return text.split(/[\p{P}\p{S}\p{N}]+/u).every((written) => {
    const name = written.trim();
    if (!caseless.test(name)) return true;
    if (proseEnd.test(name)) return false;
    return denseScript.test(name)
      ? name.replace(/\s+/g, "").length <= longestDenseName
      : name.split(/\s+/).length <= mostWordsOfName;
  });
}
