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
    const db = connectSqlite(path);
    open.push(db);
    return db;
  }
  const base = inject("postgresUrl");
  const name = `test_${process.pid}_${made}_${Date.now()}`;
  const root = connectPostgres(`${base}postgres`, 1);
  await root.execute(`create database ${name} template ${TEMPLATE}`);
  await root.close();
  const db = connectPostgres(`${base}${name}`, 5);
  open.push(db);
  return db;
}

export async function closeTestDatabases(): Promise<void> {
  for (const db of open.splice(0)) await db.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
