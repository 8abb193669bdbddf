import { readFileSync } from "node:fs";
import { version } from "../../../package.json";
import type { Language } from "../l10n.ts";
import { createDiskCache, type DiskCache, type DiskCacheOptions } from "./diskCache.ts";

export interface OpenCacheOptions extends Pick<DiskCacheOptions, "folder" | "mayWrite"> {
  /** Of the messages, which are kept as they were said. */
  readonly language: Language;
}

/**
 * The checks of earlier runs that are kept in a folder. What another build of this program found does not count, whatever
 * its version, nor what was found with another one's Unicode, or said in other words.
 */
export function openCache({ language, ...options }: OpenCacheOptions): DiskCache {
  const context = [version, process.version, readFileSync(__filename, "latin1"), language];
  return createDiskCache({ ...options, context: JSON.stringify(context) });
}
