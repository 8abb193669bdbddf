import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Puts other bytes in the place of a file's, all at once: whoever reads it meanwhile, and whatever goes wrong, finds the
 * old ones or the new ones. Its permissions and owner stay. A symbolic link would be replaced, not followed: `file` is a
 * real path. Throws the system's error.
 */
export function replaceFile(file: string, bytes: Uint8Array): void {
  // To put another file in its place, the folder has to be writable. Whoever made the file read-only meant the file.
  fs.accessSync(file, fs.constants.W_OK);
  const { mode, uid, gid } = fs.statSync(file);
  const temporary = join(dirname(file), `.${basename(file).slice(0, 40)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const descriptor = fs.openSync(temporary, "wx", 0o600);
    try {
      fs.writeFileSync(descriptor, bytes);
      keepOwner(descriptor, uid, gid);
      fs.fchmodSync(descriptor, mode & 0o7777);
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

/** Only the system's administrator can give a file to others. */
function keepOwner(descriptor: number, uid: number, gid: number): void {
  try {
    fs.fchownSync(descriptor, uid, gid);
  } catch {
    return;
  }
}
