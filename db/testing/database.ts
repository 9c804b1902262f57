import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import type { Database } from "../client";
import { databaseUrl, engineOf } from "../engine";
import { migrate } from "../migrate";
import { connectPostgres } from "../postgres-driver";
import { connectSqlite } from "../sqlite-driver";
import { TEMPLATE } from "./postgres";

const open: Database[] = [];
const urls = new WeakMap<Database, string>();
const folders: string[] = [];
let template: string | undefined;
let made = 0;

async function sqliteTemplate(): Promise<string> {
  if (template) return template;
  const folder = mkdtempSync(join(tmpdir(), "debitdesk-test-"));
  folders.push(folder);
  const path = join(folder, "template.db");
  const db = connectSqlite(path);
  await migrate(db);
  await db.execute("pragma wal_checkpoint(truncate)");
  await db.close();
  template = path;
  return path;
}

/** A fresh, migrated database of this run's engine; closed and removed when the file's tests are over. */
export async function testDatabase(): Promise<Database> {
  made += 1;
  if (engineOf(databaseUrl()) === "sqlite") {
    const from = await sqliteTemplate();
    const path = from.replace("template.db", `test-${made}.db`);
    copyFileSync(from, path);
    return openTestDatabase(`file:${path}`);
  }
  const base = inject("postgresUrl");
  const name = `test_${process.pid}_${made}_${Date.now()}`;
  const root = connectPostgres(`${base}postgres`, 1);
  await root.execute(`create database ${name} template ${TEMPLATE}`);
  await root.close();
  return openTestDatabase(`${base}${name}`);
}

/** Opens a database of a test again, or another; closed when the file's tests are over. */
export function openTestDatabase(url: string, patienceMs = 30_000): Database {
  const db =
    engineOf(url) === "sqlite"
      ? connectSqlite(url.replace(/^file:/, ""), patienceMs)
      : connectPostgres(url, 5, { patienceMs });
  open.push(db);
  urls.set(db, url);
  return db;
}

/** The address of a database that a test has opened. */
export const urlOf = (db: Database): string => urls.get(db) ?? "";

/** The address of a database in which there is nothing yet. */
export async function emptyDatabaseUrl(): Promise<string> {
  made += 1;
  if (engineOf(databaseUrl()) === "sqlite") return `file:${join(testFolder(), "new.db")}`;
  const base = inject("postgresUrl");
  const name = `empty_${process.pid}_${made}_${Date.now()}`;
  const root = connectPostgres(`${base}postgres`, 1);
  await root.execute(`create database ${name}`);
  await root.close();
  return `${base}${name}`;
}

/** A copy of a test's database, made behind its back, as an operator's tools make one. */
export async function copyOf(db: Database): Promise<string> {
  made += 1;
  const from = urlOf(db);
  if (db.engine === "sqlite") {
    await db.execute("pragma wal_checkpoint(truncate)");
    const path = join(testFolder(), "copy.db");
    copyFileSync(from.replace(/^file:/, ""), path);
    return `file:${path}`;
  }
  const base = inject("postgresUrl");
  const name = `copy_${process.pid}_${made}_${Date.now()}`;
  const original = from.slice(base.length);
  const root = connectPostgres(`${base}postgres`, 1);
  // A template must have no visitors: they are shown out, and come back by themselves.
  await root.execute(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${original}'`);
  await root.execute(`create database ${name} template ${original}`);
  await root.close();
  return `${base}${name}`;
}

/** A folder of a test's own, gone when the file's tests are over. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "debitdesk-test-"));
  folders.push(folder);
  return folder;
}

/** Where a test's witness may lie: a place of its own. */
export const testWitness = (): string => join(testFolder(), "witness");

export async function closeTestDatabases(): Promise<void> {
  for (const db of open.splice(0)) await db.close().catch(() => undefined);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
