import { spawnSync } from "node:child_process";
import pg from "pg";
import { startPostgres } from "@/db/testing/postgres-server";

/** A Postgres of its own, filled and measured by processes that are started with its address. */
const [kind = "payments", fill = "bench/fill.ts", count = "1000000", token = ""] = process.argv.slice(2);
const server = await startPostgres({ durable: true });
try {
  const root = new pg.Client({ connectionString: server.url("postgres") });
  await root.connect();
  await root.query("create database bench");
  await root.end();
  const url = server.url("bench");
  const run = (args: string[], address = url) => {
    const done = spawnSync("npx", args, { stdio: "inherit", env: { ...process.env, DATABASE_URL: address } });
    if (done.status !== 0) throw new Error(`${args.join(" ")} ended with ${done.status}`);
  };
  console.log(`filling Postgres with ${count}: ${kind}`);
  // Only while filling a commit need not wait for the disk; what is measured runs as it would for real.
  run(["tsx", fill, count, token], `${url}?options=-c%20synchronous_commit%3Doff`);
  const tidy = new pg.Client({ connectionString: url });
  await tidy.connect();
  await tidy.query("vacuum analyze");
  await tidy.query("checkpoint");
  await tidy.end();
  run(["tsx", `bench/${kind}.ts`, "postgres", url, token]);
} finally {
  await server.stop();
}
