/** All that is loaded only after `initialize` was answered. */
export { createWorkspace } from "../../workspace/createWorkspace.ts";
export { fixAll } from "../../workspace/fixes/fixAll.ts";
export { fixesOf, rewritesOf } from "../../workspace/fixes/fixes.ts";
export { readSettings } from "../../workspace/settings.ts";
