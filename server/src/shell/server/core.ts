/** All that is loaded only after `initialize` was answered. */
export { createWorkspace } from "../../workspace/createWorkspace.ts";
export { fixesOf, rewritesOf } from "../../workspace/fixes/fixes.ts";
export { readSettings } from "../../workspace/settings.ts";
