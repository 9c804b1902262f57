import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * `npm run bench`: all; `-- --list`: the names; `-- NAME`: one of them; `-- --built`: of the build that is there.
 * `BENCH_PAYMENTS` changes the size, `BENCH_RUNS` how often each page is asked for.
 */
const names = ["payments-sqlite", "payments-postgres"];
const given = process.argv.slice(2);
const built = given.includes("--built") && existsSync(join(".next", "BUILD_ID"));
const wanted = given.filter((one) => one !== "--built");
if (wanted.includes("--list")) {
  console.log(names.join("\n"));
  process.exit(0);
}
const chosen = wanted.length > 0 ? wanted : names;
const strange = chosen.filter((name) => !names.includes(name));
if (strange.length > 0) {
  console.error(`no benchmark ${strange.join(", ")}; there are ${names.join(", ")}`);
  process.exit(2);
}

const token = "bench-session-token";
const count = process.env.BENCH_PAYMENTS ?? "1000000";
const run = (args, env = {}) => {
  const done = spawnSync("npx", args, { stdio: "inherit", env: { ...process.env, ...env } });
  if (done.status !== 0) process.exit(done.status ?? 1);
};

if (!built) run(["next", "build"]);
const folder = join("data", "bench");
mkdirSync(folder, { recursive: true });

if (chosen.includes("payments-sqlite")) {
  const file = join(folder, `payments-${count}.db`);
  const url = `file:${file}`;
  if (!existsSync(`${file}.filled`)) {
    console.log(`filling SQLite with ${count} payments`);
    run(["tsx", "bench/fill.ts", count, token], { DATABASE_URL: url });
    writeFileSync(`${file}.filled`, "");
  }
  run(["tsx", "bench/payments.ts", "sqlite", url, token], { DATABASE_URL: url });
}
if (chosen.includes("payments-postgres")) {
  // The server lives as long as this one process, so it fills and measures in one go.
  run(["tsx", "bench/postgres.ts", count, token]);
}
