export type EditorialRole = "sic" | "emphasis" | "omission";

/**
 * What a bracket is whose words are no one's quotation but a remark on it: `[sic]`, `(emphasis added)`, `(citations
 * omitted; cleaned up)`. Null where it holds anything else. Several remarks may stand in one bracket, and count as the
 * first of them.
 */
export function editorialRole(inner: string): EditorialRole | null {
  if (inner.length > longestRemark) return null;
  const remarks = inner
    .split(/[;,]| (?:and|und|et|y|e|и) /u)
    .map((remark) => remark.trim().replace(/(?<![\s.!])[\s.!]+$/u, ""));
  // "Internal quotation marks and citations omitted" is one remark with an "and" in it.
  const roles = [roleOf(inner.trim().replace(/(?<![\s.!])[\s.!]+$/u, "")), ...remarks.map(roleOf)];
  return roles[0] ?? (roles.slice(1).every((role) => role !== null) ? (roles[1] ?? null) : null);
}

const longestRemark = 120;

function roleOf(remark: string): EditorialRole | null {
  if (
    /^(?:sic|so im Original|так!?|так в (?:тексте|оригинале)|原文如此|(?:原文)?ママ|كذا(?: في الأصل)?)$/iu.test(remark)
  )
    return "sic";
  if (emphasis.some((form) => form.test(remark))) return "emphasis";
  return omission.some((form) => form.test(remark)) ? "omission" : null;
}

/** Remarks on what is emphasised, altered or translated, as guides of each language have them. */
const emphasis: readonly RegExp[] = [
  /^(?:(?:my|our|all|first|second|third|last|author['’]s|original) )?(?:emphas[ie]s|italics|underlining|boldface)(?: (?:is |are )?(?:added|mine|ours|theirs|supplied|original|omitted|removed|in (?:the )?original|(?:the )?author['’]s))?$/iu,
  /^(?:(?:first|second|third|last) )?(?:alterations?|ellips[ie]s|brackets?|omissions?|citations?|footnotes?) (?:is |are )?(?:added|altered|in (?:the )?original)$/iu,
  /^(?:cleaned up|capitali[sz]ation altered|(?:my|our|author['’]s) translation|translation (?:mine|ours|added))$/iu,
  /^(?:Hervorh(?:ebung(?:en)?)?\.?|Herv\.|Kursiv(?:ierung)?|Übers(?:etzung)?\.?) (?:im Original|i\. ?O|hinzugefügt|nicht im Original|von mir|von uns|(?:des|der|d\.) (?:Verf(?:asser(?:s|in)?)?\.?|Autors|Autorin))$/iu,
  /^(?:souligné (?:par (?:nous|moi|l['’]auteure?)|dans (?:le texte|l['’]original))|c['’]est (?:nous qui soulignons|moi qui souligne)|(?:italiques?|emphase) (?:ajoutée?s?|dans l['’]original|de l['’]auteure?)|(?:nous soulignons|je souligne))$/iu,
  /^(?:(?:cursivas?|énfasis|negritas?|subrayado) (?:añadid[ao]s?|agregad[ao]s?|mí[ao]s?|nuestr[ao]s?|en el original|del (?:autor|original)|de la autora))$/iu,
  /^(?:(?:corsiv[oi]|enfasi|grassetto|sottolineatura) (?:aggiunt[oaie]|mi[oa]|nostr[oa]|nel testo|nell['’]originale|dell['’]autore|dell['’]autrice))$/iu,
  /^(?:(?:grifos?|ênfase|itálicos?|destaques?) (?:acrescentad[ao]s?|adicionad[ao]s?|noss[ao]s?|meus?|do autor|da autora|no original))$/iu,
  /^(?:(?:cursivering|nadruk|onderstreping) (?:toegevoegd|door mij|van mij|in (?:het )?origineel|van de auteur))$/iu,
  /^(?:(?:курсив|выделение|подч[её]ркивание) (?:мой|мо[её]|наш|наше|автора|добавлен[оа]?|в оригинале)|(?:выделено|подч[её]ркнуто) (?:мной|мною|нами|автором|в оригинале))$/iu,
  /^(?:η )?(?:έμφαση|υπογράμμιση) (?:δική μου|δική μας|του συγγραφέα|στο πρωτότυπο|προστέθηκε)$/iu,
  /^(?:(?:強調|傍点|下線|圏点|太字)(?:は|、|:|：)?(?:引用者|筆者|著者|原文)(?:による|のまま|ママ)?|(?:着重号|著重號|重点|强调|強調|黑体)(?:为|為|系|是|由)?(?:引者|笔者|筆者|作者|原文)[后後]?(?:所加|加)?)$/u,
  /^(?:التأكيد (?:مضاف|من عندنا|من عندي|مني|في الأصل)|(?:ज़ोर|जोर|बल) (?:मेरा|हमारा|मूल में|दिया गया))$/u,
];

/** Remarks that something was left out which is no word of the passage. */
const omission: readonly RegExp[] = [
  /^(?:(?:internal|some|original|all|most) )?(?:citations?|footnotes?|notes?|references?|quotation marks|quotations?|alterations?|brackets|ellips[ie]s|paragraph (?:breaks?|structure|numbers?)|line breaks?)\b[\w ,]{0,60} omitted$/iu,
  /^(?:(?:internal|some|original|all|most) )?(?:citations?|footnotes?|notes?|references?|quotation marks|quotations?|alterations?) omitted$/iu,
  /^(?:Fußnoten?|Nachweise|Zitate|Anm(?:erkung(?:en)?)?\.?|Verweise) (?:weggelassen|ausgelassen|nicht (?:wiedergegeben|übernommen))$/iu,
  /^(?:notes?|références?|citations?) (?:omises?|supprimées?)$/iu,
];
