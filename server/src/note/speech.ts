/** Verbs that say whose words a quotation is, in the forms that stand beside one. */
const verbs = new Set(
  `said says say told tells asked asks added adds wrote writes replied replies answered answers explained explains
   continued continues insisted insists noted notes recalled recalls testified testifies argued argues declared declares
   announced announces stated states remarked remarks observed observes claimed claims admitted admits conceded concedes
   warned warns concluded concludes shouted whispered cried exclaimed quipped joked
   sagte sagt sagten fragte fragt schrieb schreibt erklärte erklärt meinte meint antwortete antwortet ergänzte ergänzt
   betonte betont berichtete berichtet rief
   dit disait déclare déclarait explique expliquait affirme affirmait écrit écrivait répond répondit ajoute ajouta
   demande demanda déclaré expliqué affirmé ajouté répondu
   dijo dice explicó explica afirmó afirma escribió escribe añadió añade preguntó respondió declaró
   disse detto scrive scrisse spiega spiegò aggiunge aggiunse afirmou explicou escreveu respondeu acrescentou
   zei zegt schreef schrijft vroeg vertelde vertelt
   сказал сказала говорит говорил заявил заявила написал написала спросил спросила ответил ответила добавил добавила
  `
    .trim()
    .split(/\s+/),
);

/** A verb further on belongs to a clause of its own. */
const mostBeforeVerb = 5;

/** What a subject does not hold: “was the word that he said” says what the quotation is, not who spoke. */
const noSubject = new Set("is was are were be been and but or that what which who when where as if not".split(" "));

/**
 * Whether text is “he said”, “said the owner of the mill”: a subject and a verb of speech, in either order. `only`: and
 * nothing else.
 */
export function saysWhoSpoke(text: string, extent: "only" | "at least"): boolean {
  const words = text.split(/[\s,.;:!?]+/, mostBeforeVerb + 1).filter((word) => word !== "");
  if (extent === "only") return words.length <= 3 && (verbs.has(words[0]) || verbs.has(words[words.length - 1]));
  for (const word of words.slice(0, mostBeforeVerb)) {
    if (verbs.has(word)) return true;
    if (noSubject.has(word.toLowerCase())) return false;
  }
  return false;
}
