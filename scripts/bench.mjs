import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * `npm run bench`: all; `-- --list`: the names; `-- NAME`: those that begin so; `-- --built`: of the build that is
 * there. `BENCH_PAYMENTS`, `BENCH_DEBTORS` and `IMPORT_ROWS` change the sizes, `BENCH_RUNS` how often each thing is
 * asked for.
 */
const names = [
  "payments-sqlite",
  "payments-postgres",
  "search-sqlite",
  "search-postgres",
  "browser",
  "imports-sqlite",
  "imports-postgres",
];
const given = process.argv.slice(2);
const built = given.includes("--built") && existsSync(join(".next", "BUILD_ID"));
const wanted = given.filter((one) => one !== "--built");
if (wanted.includes("--list")) {
  console.log(names.join("\n"));
  process.exit(0);
}
const chosen = names.filter((name) => wanted.length === 0 || wanted.some((one) => name.startsWith(one)));
const strange = wanted.filter((one) => !names.some((name) => name.startsWith(one)));
if (strange.length > 0) {
  console.error(`no benchmark ${strange.join(", ")}; there are ${names.join(", ")}`);
  process.exit(2);
}

const token = "bench-session-token";
const kinds = {
  payments: { what: "payments", count: process.env.BENCH_PAYMENTS ?? "1000000", fill: "bench/fill.ts" },
  search: { what: "debtors", count: process.env.BENCH_DEBTORS ?? "1000000", fill: "bench/fill-search.ts" },
};
const run = (args, env = {}) => {
  const done = spawnSync("npx", args, { stdio: "inherit", env: { ...process.env, ...env } });
  if (done.status !== 0) process.exit(done.status ?? 1);
};

const browser = chosen.includes("browser");
const pages = browser || chosen.some((name) => name.startsWith("payments"));
if (pages && !built) run(["next", "build"]);
const folder = join("data", "bench");
mkdirSync(folder, { recursive: true });

/** The SQLite file of so many rows, filled once and kept. */
function filled(kind) {
  const { what, count, fill } = kinds[kind];
  const file = join(folder, `${kind}-${count}.db`);
  const url = `file:${file}`;
  if (!existsSync(`${file}.filled`)) {
    console.log(`filling SQLite with ${count} ${what}`);
    run(["tsx", fill, count, token], { DATABASE_URL: url });
    writeFileSync(`${file}.filled`, "");
  }
  return url;
}

for (const [kind, { count, fill }] of Object.entries(kinds)) {
  if (chosen.includes(`${kind}-sqlite`)) {
    const url = filled(kind);
    run(["tsx", `bench/${kind}.ts`, "sqlite", url, token], { DATABASE_URL: url });
  }
  // The server lives as long as this one process, so it fills and measures in one go.
  if (chosen.includes(`${kind}-postgres`)) run(["tsx", "bench/postgres.ts", kind, fill, count, token]);
}

if (browser) {
  const [payments, search] = [filled("payments"), filled("search")];
  run(["tsx", "bench/browser.ts", payments, search, token], { DATABASE_URL: payments });
}

const secrets = {
  DEBITDESK_MASTER_KEY: Buffer.alloc(32, 7).toString("base64"),
  NEXTAUTH_SECRET: "bench".padEnd(32, "."),
  NEXTAUTH_URL: "http://127.0.0.1:9",
};
for (const name of chosen.filter((one) => one.startsWith("imports"))) {
  const own = mkdtempSync(join(tmpdir(), "debitdesk-bench-"));
  const env = {
    ...secrets,
    DATABASE_URL: `file:${join(own, "desk.db")}`,
    INSTANCE_FILE: join(own, "witness"),
  };
  console.log(name);
  run(["tsx", name === "imports-sqlite" ? "bench/imports.ts" : "bench/imports-postgres.ts"], env);
  rmSync(own, { recursive: true, force: true });
}
