import { type Corpus, readArticles } from "../../oracle/corpus.ts";

/** Texts in which every change that the oracle makes finds a place. */
const texts = [
  `The keeper's log of 12 May 1931 fills forty-two pages. “The lamp did not go out,” he wrote, “and no boat was lost — not one.”
   Three of the five finest boats (the Gull, the Tern and the Plover) were never found, and the office can't say why.
   The wreck of the schooner must lie in 30 fathoms, off the north-western end of the bank, and nobody will dive there before June.
   A café on the quay sells postcards of it; its owner, without asking anybody, painted “the *Gull* at dawn” over the door.
   The council may buy the lighthouse in 1998–1999, when the first million has been raised [from subscribers], but it could also wait . . . and see.
   It's the oldest of its kind: 1,250 lamps were built, 3.5% of them are left, and -5 degrees doesn't crack their glass.`,
  `Half the harbour was dry at low water that summer, and the ferry would turn back twice a week.
   The pilots never complained, although they had every reason to, and the harbour master always told the council what it cost.
   “We will not dredge,” the chairwoman said, “unless the seagrass is safe.” Something had to be done, she admitted, with or without a survey.
   Two surveyors came in October for a four-day visit, called the quay “a glass tower”, and left in March; their report, which nobody had asked for, was hardly read at all.
   All the fishermen signed a letter that the paper printed in full, and some of them shouldn't have, because they had no boat.`,
];

export const prose: Corpus = readArticles("prose", texts);
