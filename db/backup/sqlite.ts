import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";

/** What was written is on disk, and so is the folder's word that it is there. */
function settleOnDisk(path: string): void {
  for (const one of [path, dirname(path)]) {
    const handle = openSync(one, "r");
    fsyncSync(handle);
    closeSync(handle);
  }
}

/** Throws when a page, an index or a constraint of the file does not fit the others. */
function refuseDamage(path: string): void {
  const db = new DatabaseSync(path, { readOnly: true });
  try {
    const found = db.prepare("pragma integrity_check(5)").all();
    const lines = found.map((row) => String(Object.values(row ?? {})[0]));
    if (lines.join() !== "ok") throw new Error(`${path} is damaged: ${lines.join("; ")}`);
  } finally {
    db.close();
  }
}

/** A whole and consistent copy while others go on writing; checked page by page before it counts. */
export function backUpSqlite(from: string, to: string): { bytes: number } {
  closeSync(openSync(to, "wx", 0o600));
  try {
    const db = new DatabaseSync(from, { readOnly: true, timeout: 30_000 });
    try {
      db.exec(`vacuum into '${to.replaceAll("'", "''")}'`);
    } finally {
      db.close();
    }
    refuseDamage(to);
    settleOnDisk(to);
    return { bytes: statSync(to).size };
  } catch (error) {
    rmSync(to, { force: true });
    throw error;
  }
}

/**
 * Lays a backup beside the database it is to become, checked, for the rest of its preparation. Refused while a process
 * has that database open.
 */
export function stageSqlite(from: string, to: string): string {
  if (existsSync(to)) closeForGood(to);
  const staged = `${to}.restoring`;
  dropStaged(staged);
  copyFileSync(from, staged);
  chmodSync(staged, 0o600);
  try {
    refuseDamage(staged);
    return staged;
  } catch (error) {
    dropStaged(staged);
    throw error;
  }
}

/** Takes away what a restore that came to nothing has laid down. */
export function dropStaged(staged: string): void {
  for (const end of ["", "-wal", "-shm"]) rmSync(`${staged}${end}`, { force: true });
}

/** Puts the staged file, whose log is empty, in its place. What was there is kept under another name, which is answered. */
export function swapIn(staged: string, to: string): string | null {
  const kept = existsSync(to) ? `${to}.before-${new Date().toISOString().replace(/[:.]/g, "")}` : null;
  if (kept) {
    closeForGood(to);
    renameSync(to, kept);
  }
  for (const end of ["-wal", "-shm"]) rmSync(`${to}${end}`, { force: true });
  for (const end of ["-wal", "-shm"]) rmSync(`${staged}${end}`, { force: true });
  settleOnDisk(staged);
  renameSync(staged, to);
  settleOnDisk(to);
  return kept;
}

/** Brings what its log holds into the file; refused while a process has it open. A broken file is taken as it is. */
function closeForGood(path: string): void {
  let db: DatabaseSyncInstance | undefined;
  try {
    db = new DatabaseSync(path, { timeout: 500 });
    db.exec("pragma locking_mode=exclusive; begin exclusive; commit; pragma journal_mode=delete");
  } catch (error) {
    if (error instanceof Error && /locked|busy/i.test(error.message))
      throw new Error(`${path} is in use: stop the desk and its worker first`, { cause: error });
  } finally {
    db?.close();
  }
}
