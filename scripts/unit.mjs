// Bundles the tests that need no editor and runs them with mocha: `node scripts/unit.mjs [folder or file below test …]`.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { globSync } from "node:fs";
