import { checkFixture, readFixture } from "./fixture.ts";

const fixtures = [
  "citations",
  "no-citations",
  "fragments",
  "link-text",
  "link-title",
  "sentences",
  "block-quotes",
  "quote-marks",
  "reading",
  "problems",
];

describe("a note is read", () => {
  for (const name of fixtures) {
    describe(name, () => {
      for (const fixture of readFixture(name)) it(fixture.title, () => checkFixture(fixture));
    });
  }
});
