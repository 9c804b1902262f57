import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Engine } from "@/db/engine";
import { sessions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { listPayments } from "@/lib/payments/list";
import { cases } from "./cases";
import { benchCtx } from "./ctx";
import { CREDITOR, paymentId } from "./made";
import { inTurns } from "./measure";
import { listen, type Plan, planOf } from "./plans";
import { groupLines, heads, markdownTable, none, printTable, type Row, rowLine } from "./report";
import { type App, startApp } from "./stack";

const COUNT = Number(process.env.BENCH_PAYMENTS ?? 1_000_000);
const RUNS = Number(process.env.BENCH_RUNS ?? 40);

const get = (app: App, path: string) => async () => {
  const answer = await fetch(`${app.url}${path}`, { headers: { cookie: app.cookie }, redirect: "manual" });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return text;
};

/** One engine per process: the schema is built for the database the process was started with. */
async function benchEngine(url: string, engine: Engine, token: string): Promise<Row[]> {
  const app = await startApp(url, token);
  const ctx = benchCtx(url, CREDITOR, "finance");
  const now = Date.now();
  await inTransaction(ctx.db, async (tx) => {
    await tx.update(sessions).set({ lastSeenAt: new Date(now), expiresAt: new Date(now + 12 * 3_600_000) });
  });
  const bare = get(app, "/bare");
  const rows: Row[] = [];
  for (const { group, order, address, filter, page } of await cases(ctx, COUNT)) {
    const raw = () => listPayments(ctx, filter, page);
    const plan = await worstPlan(engine, url, await listen(ctx.db, raw));
    const times = address
      ? await inTurns(RUNS, { bare, page: get(app, address), raw }, app.worked)
      : { bare: none, page: none, ...(await inTurns(RUNS, { raw }, app.worked)) };
    rows.push({ group, order, ...times, plan });
  }
  const record = get(app, `/payments/${paymentId(COUNT - 1)}`);
  const times = await inTurns(RUNS * 4, { bare, page: record }, app.worked);
  rows.push({ group: "record", order: "", ...times, raw: none, plan: null });
  await ctx.db.close();
  await app.stop();
  return rows;
}

/** A page may ask more than once: what any of it scans or sorts counts. */
async function worstPlan(
  engine: Engine,
  url: string,
  asked: Awaited<ReturnType<typeof listen>>,
): Promise<Plan> {
  const plans: Plan[] = [];
  for (const one of asked) plans.push(await planOf(engine, url, one));
  return {
    indexes: plans.flatMap((plan) => plan.indexes),
    scans: plans.flatMap((plan) => plan.scans),
    whole: plans.flatMap((plan) => plan.whole),
    sorted: Math.max(...plans.map((plan) => plan.sorted)),
  };
}

function report(engine: Engine, rows: readonly Row[]): void {
  console.log(`\n${engine}, ${COUNT.toLocaleString("en")} payments, milliseconds`);
  printTable(heads, rows.map(rowLine));
  console.log(`\n${engine}, all orders of a filter together`);
  printTable(heads.slice(0, -1), groupLines(rows));
}

/** What a browser loads of JavaScript before a page can be used, gzipped. */
function firstLoad(): { route: string; kilobytes: number }[] {
  const path = join(".next", "diagnostics", "route-bundle-stats.json");
  if (!existsSync(path)) return [];
  const routes: { route: string; firstLoadChunkPaths: string[] }[] = JSON.parse(readFileSync(path, "utf8"));
  const sizes = new Map<string, number>();
  const size = (file: string) => {
    const known = sizes.get(file) ?? gzipSync(readFileSync(file), { level: 9 }).length;
    sizes.set(file, known);
    return known;
  };
  return routes.map(({ route, firstLoadChunkPaths }) => ({
    route,
    kilobytes: firstLoadChunkPaths.reduce((sum, file) => sum + size(file), 0) / 1000,
  }));
}

const [engine = "sqlite", url = "", token = ""] = process.argv.slice(2);
if (engine === "sqlite" || engine === "postgres") {
  const rows = await benchEngine(url, engine, token);
  report(engine, rows);
  const bundles = firstLoad().sort((a, b) => b.kilobytes - a.kilobytes);
  const bundleLines = bundles.map(({ route, kilobytes }) => [route, kilobytes.toFixed(1)]);
  if (engine === "sqlite") {
    console.log("\nfirst-load JavaScript, kB gzip");
    printTable(["route", "kB"], bundleLines);
  }
  const results = join("bench", "results");
  mkdirSync(results, { recursive: true });
  const written = { at: new Date().toISOString(), engine, count: COUNT, runs: RUNS, rows, bundles };
  writeFileSync(join(results, `payments-${engine}.json`), JSON.stringify(written, null, 2));
  const tables = [
    markdownTable(heads.slice(0, -1), groupLines(rows)),
    markdownTable(["route", "kB"], bundleLines),
  ];
  writeFileSync(join(results, `payments-${engine}.md`), tables.join("\n\n"));
}
