import { readdirSync, readFileSync } from "node:fs";

/** The language servers that this process has started, or those that it has started; on Linux. */
export function serverProcesses(): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => isBelow(process.pid, id) && argumentsOf(id).some((each) => /dist.server\.js$/.test(each)));
}

function isBelow(ancestor: number, id: number): boolean {
  for (let each = parentOf(id); each !== null; each = parentOf(each)) if (each === ancestor) return true;
  return false;
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
