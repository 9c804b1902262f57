import { spawnSync } from "node:child_process";
import pg from "pg";
import { startPostgres } from "@/db/testing/postgres-server";

/** A Postgres of its own with every commit on disk, for the import's proof. */
const server = await startPostgres({ durable: true });
try {
  const root = new pg.Client({ connectionString: server.url("postgres") });
  await root.connect();
  await root.query("create database bench");
  await root.end();
  const env = { ...process.env, DATABASE_URL: server.url("bench") };
  const done = spawnSync("npx", ["tsx", "bench/imports.ts"], { stdio: "inherit", env });
  process.exitCode = done.status ?? 1;
} finally {
  await server.stop();
}
