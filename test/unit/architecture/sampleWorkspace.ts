import { pathToFileURL } from "node:url";
import { createNodeFileSystem } from "../../../server/src/shell/nodeFileSystem.ts";
import { createWorkspace } from "../../../server/src/workspace/createWorkspace.ts";
import { defaultSettings, type Settings } from "../../../server/src/workspace/settings.ts";
import type { Workspace } from "../../../server/src/workspace/workspace.ts";

/** The folder `sample` as a URI, without a `/` at the end. */
export const sampleRoot = pathToFileURL("sample").href;

/** The sample notebook as it lies on disk, nothing checked yet. */
export function openSample(settings: Partial<Settings> = {}): Workspace {
  return createWorkspace({
    fileSystem: createNodeFileSystem(),
    roots: [sampleRoot],
    settings: { ...defaultSettings, ...settings },
  });
}
