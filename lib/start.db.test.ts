import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { closeSync, copyFileSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { databaseUrl, engineOf } from "@/db/engine";
import { refuseDamage } from "@/db/integrity";
import { vaultKeys } from "@/db/schema";
import { connectSqlite } from "@/db/sqlite-driver";
import { copyOf, testDatabase, testFolder } from "@/db/testing/database";
import { openVault } from "@/lib/vault/open-vault";
import { testDesk } from "./testing/desk";

vi.setConfig({ testTimeout: 120_000 });

const key = () => randomBytes(32).toString("base64");
const sqlite = engineOf(databaseUrl()) === "sqlite";
const clock = { now: () => new Date("2026-11-20T09:00:00Z"), movable: true };

describe("O10: another master key", () => {
  it("does not open the vault, and overwrites nothing", async () => {
    const db = await testDatabase();
    await openVault(db, key(), new Date());
    const before = JSON.stringify(await db.read.select().from(vaultKeys));
    await expect(openVault(db, key(), new Date())).rejects.toThrow();
    expect(JSON.stringify(await db.read.select().from(vaultKeys))).toBe(before);
  });
});

/** Starts the worker as it is started in earnest, and hears why it ends. */
async function startWorker(
  url: string,
  env: Record<string, string>,
): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/worker.ts"], {
    env: {
      ...process.env,
      NEXTAUTH_SECRET: "s".repeat(40),
      NEXTAUTH_URL: "http://127.0.0.1:9",
      DATABASE_URL: url,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part: Buffer) => {
      said += part.toString();
      if (said.includes("is at work")) child.kill("SIGTERM");
    });
  const [code] = await once(child, "exit");
  return { code: Number(code), said };
}

const hashOf = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");

/** Writes over what lies at a place of a file. */
function scribble(path: string, at: number, bytes: Buffer): void {
  const file = openSync(path, "r+");
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

if (sqlite)
  describe("a worker that must not start", () => {
    it("says why, ends with 1 and leaves the file as it was: no key, another key, a newer schema, a broken file", async () => {
      const masterKey = key();
      const db = await testDatabase();
      await openVault(db, masterKey, new Date());
      const path = (await copyOf(db)).replace(/^file:/, "");
      const whole = await startWorker(`file:${path}`, { DEBITDESK_MASTER_KEY: masterKey });
      expect(whole).toMatchObject({ code: 0, said: expect.stringContaining("is at work") });
      const before = hashOf(path);

      const missing = await startWorker(`file:${path}`, { DEBITDESK_MASTER_KEY: "" });
      expect(missing).toMatchObject({ code: 1, said: expect.stringContaining("DEBITDESK_MASTER_KEY") });
      const other = await startWorker(`file:${path}`, { DEBITDESK_MASTER_KEY: key() });
      expect(other).toMatchObject({ code: 1, said: expect.stringContaining("master key") });
      expect(hashOf(path)).toBe(before);

      const newer = join(testFolder(), "newer.db");
      copyFileSync(path, newer);
      const later = connectSqlite(newer);
      await later.execute(
        "insert into debitdesk_migrations values ('29990101000000_later', 'x'); pragma wal_checkpoint(truncate)",
      );
      await later.close();
      const older = await startWorker(`file:${newer}`, { DEBITDESK_MASTER_KEY: masterKey });
      expect(older).toMatchObject({ code: 1, said: expect.stringContaining("newer than this build") });

      const broken = join(testFolder(), "broken.db");
      copyFileSync(path, broken);
      scribble(broken, 4096 * 5, randomBytes(64));
      const damaged = await startWorker(`file:${broken}`, { DEBITDESK_MASTER_KEY: masterKey });
      expect(damaged).toMatchObject({ code: 1, said: expect.stringContaining("damaged") });
    });
  });

if (sqlite)
  describe("D9: a page of the file that was changed behind its back", () => {
    it("is found at start wherever the page's own structure is hit", async () => {
      const desk = await testDesk(clock);
      const path = (await copyOf(desk.runtime.db)).replace(/^file:/, "");
      const pages = statSync(path).size / 4096;
      let found = 0;
      for (let page = 1; page < pages; page += 1) {
        const copy = join(testFolder(), "hit.db");
        copyFileSync(path, copy);
        // The first bytes of a page say what it is and where its cells lie.
        scribble(copy, page * 4096, Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff]));
        const verdict = await damageOf(copy);
        if (verdict) found += 1;
      }
      expect(found).toBe(pages - 1);
    });
  });

/** What the check says of a file; null when it finds nothing. */
async function damageOf(path: string): Promise<string | null> {
  try {
    const db = connectSqlite(path);
    await refuseDamage(db);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : "damage";
  }
}
