import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "@/db/connect";
import type { Engine } from "@/db/engine";
import { migrate } from "@/db/migrate";
import { startPostgres } from "@/db/testing/postgres-server";

/** Where fresh, migrated databases come from. */
export interface DatabaseSource {
  engine: Engine;
  /** A folder for whatever belongs to the run. */
  folder: string;
  /** Makes one; answers its address. */
  create(name: string): Promise<string>;
  close(): Promise<void>;
}

async function migrated(url: string): Promise<void> {
  const db = connect(url);
  await migrate(db);
  if (db.engine === "sqlite") await db.execute("pragma wal_checkpoint(truncate)");
  await db.close();
}

async function sqliteSource(folder: string): Promise<DatabaseSource["create"]> {
  const template = join(folder, "template.db");
  await migrated(`file:${template}`);
  return async (name) => {
    const path = join(folder, `${name}.db`);
    copyFileSync(template, path);
    return `file:${path}`;
  };
}

/** Databases on a real server or in real files, with every commit on disk: what is killed here must have kept its word. */
export async function openSource(engine: Engine): Promise<DatabaseSource> {
  const folder = mkdtempSync(join(tmpdir(), "debitdesk-kill-"));
  const forget = () => rmSync(folder, { recursive: true, force: true });
  if (engine === "sqlite")
    return { engine, folder, create: await sqliteSource(folder), close: async () => forget() };
  const server = await startPostgres({ durable: true });
  const root = connect(server.url("postgres"));
  await root.execute("create database template_of_desks");
  await migrated(server.url("template_of_desks"));
  return {
    engine,
    folder,
    create: async (name) => {
      await root.execute(`create database ${name} template template_of_desks`);
      return server.url(name);
    },
    close: async () => {
      await root.close();
      await server.stop();
      forget();
    },
  };
}
