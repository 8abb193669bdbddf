import type { Source } from "../source/source.ts";

/** Gives a source as it is now, or null where it cannot be read. `Workspace.source` is one. */
export type SourceLookup = (uri: string) => Promise<Source | null>;
