import { commands } from "vscode";
import { removeNotes, showNote } from "./notebook.ts";
import { untilFindings } from "./until.ts";

const altered =
  'The plan takes "48,000 tonnes of silt out of the channel in 30 weeks" ([report](articles/channel.txt#L9)).\n';

describe("the server", () => {
  afterEach(removeNotes);

  it("can be restarted, and checks what is open again", async () => {
    const document = await showNote(altered);
    await untilFindings(document, ["quote-altered: 30"]);
    await commands.executeCommand("verbatim.restartServer");
    await untilFindings(document, ["quote-altered: 30"]);
  });
});
