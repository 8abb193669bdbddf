/** Words whose full stop ends no sentence. Compared as written in the note, without the stop. */
const always = words(`
  Mr Mrs Ms Mx Dr Prof Rev Fr Sr Jr St Mt Ft Hon Pres Gov Sen Sens Rep Reps Amb Sec Supt Insp Det Atty
  Gen Col Maj Capt Cpt Cmdr Cdr Lt Sgt Cpl Pvt Adm Brig Messrs Mme Mlle
  Inc Ltd Corp Co Cos Bros Assn Dept Univ Ave Blvd Rd Hwy
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
  vs viz cf etc al approx ca est ibid op cit loc ed eds trans repr rev
  Hr Fr Frl Bd bzw usw ca ggf vgl evtl inkl zzgl Mio Mrd Str Sr Sra Srta Dra Ud Uds av env
`);

/** Abbreviations only before a number: elsewhere they are words, or end a sentence. */
const beforeNumber = words(`No Nos no nos Nr p pp vol vols Vol art Art arts para paras sec secs ch Ch fig figs Fig
  § col ll n nn fol fols pt pts ser Abs S Rn Ziff v c Arts pp Bd num núm n°`);

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

const longestAbbreviation = 12;

/** Whether the full stop at `at` belongs to an abbreviation or an initial. */
export function isAbbreviation(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start <= longestAbbreviation && /[\p{L}\p{M}.§°]/u.test(text[start - 1])) start--;
  const word = text.slice(start, at);
  if (word === "" || at - start > longestAbbreviation) return false;
  // U.S. and e.g. hold a stop; J. is an initial.
  if (/\p{L}\.\p{L}/u.test(word) || /^\p{Lu}\p{M}*$/u.test(word)) return !word.includes("..");
  if (always.has(word)) return true;
  return beforeNumber.has(word) && /^\s*[\d§(IVXLC]/.test(text.slice(at + 1, at + 4));
}
