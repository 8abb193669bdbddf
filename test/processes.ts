import { readdirSync, readFileSync } from "node:fs";

/** The processes that this extension host has started for the language server; on Linux. */
export function serverProcesses(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => parentOf(id) === process.pid && argumentsOf(id).some((each) => /dist.server\.js$/.test(each)));
}

function parentOf(id: number): number | null {
  const status = readOrNull(`/proc/${id}/status`);
  const parent = /^PPid:\s*(\d+)/m.exec(status ?? "")?.[1];
  return parent === undefined ? null : Number(parent);
}

function argumentsOf(id: number): string[] {
  return readOrNull(`/proc/${id}/cmdline`)?.split("\0") ?? [];
}

/** A process may be gone by the time that it is looked at. */
function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
