import { t } from "../../l10n.ts";
import type { readSettings, SettingsReading } from "../../workspace/settings.ts";

export interface ClientSettings {
  readonly raw: unknown;
  /** As a person wrote them. */
  readonly sourceRoots: readonly string[];
  readonly read: typeof readSettings;
  /** Null for what is no absolute path. */
  readonly folderUri: (folder: string) => string | null;
}

/**
 * Settings as the client gives them, with the folders of sources taken from `sourceRoots` alone: what comes with a
 * workspace must not widen what is read, and of the settings that a client hands over nobody can tell where it has them
 * from.
 */
export function readClientSettings({ raw, sourceRoots, read, folderUri }: ClientSettings): SettingsReading {
  const { sourceRoots: _, ...own } = isObject(raw) ? raw : {};
  const { settings, problems } = read(own);
  const uris = sourceRoots.map((entry) => ({ entry, uri: folderUri(entry) }));
  const relative = uris.filter(({ uri }) => uri === null);
  return {
    settings: { ...settings, sourceRoots: uris.flatMap(({ uri }) => uri ?? []) },
    problems: [
      ...problems,
      ...relative.map(({ entry }) =>
        t("{0}: {1} is not an absolute path and was left out; ~/ may begin it.", "verbatim.sourceRoots", entry),
      ),
    ],
  };
}

/**
 * What `workspace/didChangeConfiguration` carries, for clients that cannot be asked: all settings, or ours alone. Null
 * where it carries none.
 */
export function pushedSettings(settings: unknown): unknown {
  if (!isObject(settings) || Object.keys(settings).length === 0) return null;
  return isObject(settings.verbatim) ? settings.verbatim : settings;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
