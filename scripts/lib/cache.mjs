// What is installed once and kept outside the checkout.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, isAbsolute, join } from "node:path";
import { npm } from "./npm.mjs";
import { onShutdown } from "./processes.mjs";

/** The folder that everything below is kept in. Falls back to the temporary folder where there is no home. */
export function cacheFolder() {
  const { XDG_CACHE_HOME = "" } = process.env;
  if (isAbsolute(XDG_CACHE_HOME)) return join(XDG_CACHE_HOME, "verbatim-notes");
  if (isAbsolute(homedir())) return join(homedir(), ".cache", "verbatim-notes");
  return join(tmpdir(), "verbatim-notes-cache");
}

/**
 * Installs the packages that a folder's package.json and lockfile name, once for every version of the two.
 * Several processes may do so at once: each works in a folder of its own, and the first to be done keeps its place.
 * @param {string} manifest the folder that holds package.json and package-lock.json
 * @param {{ announce: () => void, prepare?: (folder: string) => Promise<void> }} options `announce` is called before
 * work starts; `prepare` completes an installation before anybody may use it
 * @returns {Promise<string>} the folder that they are installed in
 */
export async function installOnce(manifest, { announce, prepare }) {
  const hash = createHash("sha256");
  const files = readdirSync(manifest).sort();
  for (const name of files) hash.update(readFileSync(join(manifest, name)));
  const home = join(cacheFolder(), `${basename(manifest)}-${hash.digest("hex").slice(0, 12)}`);
  if (existsSync(home)) return home;

  announce();
  mkdirSync(cacheFolder(), { recursive: true });
  const work = mkdtempSync(`${home}.`);
  const discard = onShutdown(() => rmSync(work, { recursive: true, force: true }));
  try {
    for (const name of files) cpSync(join(manifest, name), join(work, name));
    await npm(["ci"], work);
    await prepare?.(work);
    renameSync(work, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  } finally {
    discard();
  }
  return home;
}
