/** All that is loaded only after `initialize` was answered. */
export { createWorkspace } from "../../workspace/createWorkspace.ts";
export { readSettings } from "../../workspace/settings.ts";
