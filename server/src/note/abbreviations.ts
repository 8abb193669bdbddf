/*
 * Words that are written with a full stop which ends no sentence. Compared as written in the note, without the stop. A
 * word that is left out ends a sentence too many, and its quotation finds no citation; one too many joins a quotation
 * to the citation of the sentence behind. So what often ends a sentence, or is a name or word as well, is believed only
 * where what follows bears it out.
 */

/** Titles, companies, streets, dates, Latin: before whatever stands behind them. */
const always = words(`
  Mr Mrs Ms Mx Messrs Dr Drs Prof Profs Rev Fr Sr Jr Esq St Sts Mt Ft Hon Pres Gov Govs Sen Sens Rep Reps Amb Sec
  Supt Insp Det Atty Asst Assoc Dep Cllr Ald Mgr Msgr Mons Bp Abp
  Gen Col Maj Capt Cpt Cmdr Cdr Comdr Lt Lieut Sgt Cpl Pvt Pfc Adm Brig Adj Mme Mlle MM
  Inc Ltd Corp Co Cos Bros Assn Dept Univ Inst Natl Intl Ave Blvd Rd Hwy Pkwy Rte Bldg
  Jan Feb Febr Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat
  v vs viz cf Cf etc al approx est ibid Ibid op Op cit loc Loc ed eds trans Trans transl repr rev
  Hr Hrn Fr Frl Bde Hg Hgg hg Hrsg hrsg Aufl Ausg Vgl vgl Ebd ebd Ders Dies bzw usw ca ggf evtl inkl zzgl sog insb
  insbes geb gest bzgl lt Mio Mrd Str Dipl Ing Chr Okt Dez
  Sra Srta Dra Ud Uds Dña Sig Dott Avv cfr Cfr av apr env dhr mevr drs bijv
  ex ej
  проф акад ген полк им ул св тов напр см ср ред изд др डॉ प्रो
`);

/** Before a number, a paragraph sign, a Roman numeral or the letter of an exhibit. */
const beforeNumber = words(`
  No Nos no nos Nr Nrn nr p pp P Pp vol vols Vol Vols art Art arts Arts para Para paras Paras sec secs Sec Secs
  ch Ch chs Chs bk Bk bks fig Fig figs Figs pl Pl pt Pt pts ser col cols l ll ln n nn fol fols Fol f r s S c C v vv ver
  cl Cl amend Amend art sched Sched reg Reg regs § ¶ Doc Docs Ex Exs Exh Exhs Dkt Tr Decl Aff Compl Br Stip Rn Rdnr Rz
  Ziff Anm Fn FN Kap Abb Tab Bd Bl Jg Abs BGBl RGBl Drs Sun
  Exod Lev Num Deut Josh Judg Sam Kgs Neh Ps Pss Prov Eccl Isa Jer Ezek Dan Hos Mic Zech Mal Matt Rom Cor Gal Eph
  Thess Tim Tit Heb Jas Pet
  pág págs núm num cap Cap pag pagg t n° nº blz kl st ст п пп гл т с стр рис табл σ σελ αρ
  janv févr avr juill sept oct nov déc ene abr ago dic
`);

/** Parts of the names of journals, courts, laws, archives and authors: before a number or another such part. */
const parts = words(`
  Am Amer Brit Engl Eur Germ Afr Asian Can Austl Int Harv Colum Stan Geo Mich Calif Cal Ala Ariz Ark Colo Conn Del Fla
  Ga Ill Ind Kan Ky La Mass Md Minn Miss Mo Mont Neb Nev Okla Or Ore Pa Tenn Tex Va Vt Wash Wis Wyo
  Hist Rev Proc Trans Bull Ann Arch Soc Sci Med Phys Chem Biol Phil Philos Psych Psychol Econ Pol Polit Lit Stud Res Mag
  Mem Rec Rep Repts Cong Exec Comp Quart Qtrly Suppl Supp Mod Anc Class Archaeol Anthropol Sociol Geogr Geol Math Mus
  Rel Relig Theol Lett Acad Educ Environ Gaz Chron Publ Jour Zeitschr Jahrb Ztschr
  Cir Dist Ct Sup App Civ Crim Evid Const Stat Gen Fed Pub Priv Div Super Bankr Treas Cert Ord Op Ed Ch Admin
  Add Harl Cott Cod Vat Lat Hom Il Od Thuc Hdt Plut Cic Att Fam Liv Tac Verg Aen Ov Met Resp Arist
`);

/** What names of laws and journals go on with, spelled out. */
const spelledOut = words("Code Codes Law Laws Order Court Circuit Act Press Review Journal Reports Register Record");

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

const longestAbbreviation = 12;

/** Whether the full stop at `at` belongs to an abbreviation, an initial or an ordinal number. */
export function isAbbreviation(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && at - start <= longestAbbreviation && isOfWord(text, start - 1)) start--;
  const word = text.slice(start, at);
  const behind = text.slice(at + 1, at + 1 + longestNext);
  if (word === "") return isOrdinal(text.slice(Math.max(0, at - longestBefore), at), behind);
  if (at - start > longestAbbreviation) return false;
  // U.S. and e.g. hold a stop; J. is an initial.
  if (/\p{L}\.\p{L}/u.test(word) || /^\p{Lu}\p{M}*$/u.test(word)) return !word.includes("..");
  if (always.has(word)) return true;
  const before = text.slice(Math.max(0, start - 4), start);
  if (/^(?:\p{Ll}|(\p{Lu})\1)$/u.test(word) && isSpaced(before, behind)) return true;
  // “г. Москва” is a town; behind a number it is a year, and may end the sentence.
  if (/^гг?$/.test(word)) return !/\d\s*$/.test(before);
  if (beforeNumber.has(word) && isNumbered(behind, word)) return true;
  return parts.has(word) && (/^\s*[\d§]/.test(behind) || isPart(behind));
}

const longestNext = 24;
const longestBefore = 24;

/** Whether the unit may be part of an abbreviation. Most are plain letters, and an expression for each would cost more than all else. */
function isOfWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  const isLetter = (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a;
  return isLetter || /[\p{L}\p{M}.§¶°º]/u.test(text[at]);
}

/** Whether a number follows, or what stands for one: § 5, IV, the A of “Ex. A”. After “No.” an “I” is a word. */
function isNumbered(behind: string, word: string): boolean {
  if (/^\s*[\d§¶]/.test(behind)) return true;
  const label = /^\s*(\p{Lu}+)(?![\p{L}’'])(\s+\p{Ll})?/u.exec(behind);
  if (!label) return false;
  const [, letters, goesOn] = label;
  if (letters === "I" || letters === "A") return !goesOn || (letters === "I" && !/^(?:nos?|p|n|s|c)$/i.test(word));
  return letters.length === 1 || /^[IVXLCDM]+$/.test(letters);
}

/** Whether a further part of a name follows: “Hist.” behind “Rev.”, “Code” behind “Civ.”. */
function isPart(behind: string): boolean {
  const [, next, stop] = /^\s+(\p{Lu}\p{L}*)(\.?)/u.exec(behind) ?? [];
  if (next === undefined) return false;
  return stop === "" ? spelledOut.has(next) : next.length === 1 || parts.has(next);
}

/** Whether a lone small letter, or a doubled capital, is one of several: z. B., d. h., v. Chr., EE. UU. */
function isSpaced(before: string, behind: string): boolean {
  return /(?:^|[^\p{L}])\p{L}{1,2}\.\s$/u.test(before) || /^\s(?:\p{L}|(\p{Lu})\1|Chr)\./u.test(behind);
}

const germanMonth =
  /^\s+(?:(?:Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember)(?!\p{L})|(?:Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\.)/u;
const germanOrdinal =
  /(?<!\p{L})(?:(?<!\bI\s{1,3})am|im|vom|zum|zur|beim|der|die|das|des|dem|den|ab|seit|unser\p{L}*|sein\p{L}*|ihr\p{L}*)\s+\d{1,3}$/u;

/** “am 3. Mai”, “im 19. Jahrhundert”: elsewhere a number before a full stop ends a sentence. */
function isOrdinal(before: string, behind: string): boolean {
  return (/(?<!\d)\d{1,2}$/.test(before) && germanMonth.test(behind)) || germanOrdinal.test(before);
}
