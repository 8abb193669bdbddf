// `node scripts/lib/codeCache.mjs DIR`: checks the sample with DIR/command.js, and keeps the code that V8 made for that
// in DIR/command.cache, where server/src/shell/cli.ts looks for it. What is kept was needed, and nothing else.
import { readFileSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { Script } from "node:vm";

const folder = resolve(process.argv[2]);
const filename = join(folder, "command.js");
const script = new Script(Module.wrap(readFileSync(filename, "utf8")), { filename });
const module = { exports: /** @type {any} */ ({}) };
script.runInThisContext()(module.exports, createRequire(filename), module, filename, folder);
await module.exports.runCommand(["check", "sample"]);
writeFileSync(join(folder, "command.cache"), script.createCachedData());
process.exitCode = 0;
