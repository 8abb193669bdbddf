import { reportToFile, runMocha } from "../mocha.ts";

/** Of one test, in milliseconds: longer than any wait in it, so that the wait can say what it waited for. */
const timeout = 60_000;

/** Called by VS Code inside its extension host. */
export async function run(): Promise<void> {
  reportToFile();
  const failed = await runMocha(async () => {
    await import("./diagnostics.test.ts");
    await import("./editing.test.ts");
    await import("./files.test.ts");
    await import("./hover.test.ts");
    await import("./definition.test.ts");
    await import("./backlinks.test.ts");
    await import("./links.test.ts");
    await import("./completion.test.ts");
    await import("./codeActions.test.ts");
    await import("./commands.test.ts");
    await import("./citing.test.ts");
    await import("./fixAll.test.ts");
    await import("./renames.test.ts");
    await import("./preview.test.ts");
    await import("./sampleNotebook.test.ts");
    await import("./settings.test.ts");
    await import("./untitled.test.ts");
    await import("./server.test.ts");
  }, timeout);
  if (failed > 0) throw new Error(`${failed} failed.`);
}
