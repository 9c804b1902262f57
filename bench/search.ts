import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inArray } from "drizzle-orm";
import type { Engine } from "@/db/engine";
import { debtors, sessions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import type { Ctx } from "@/lib/context";
import { searchEverything } from "@/lib/search/search-everything";
import { benchCtx } from "./ctx";
import { type Figures, figures, inTurns, type Times } from "./measure";
import { largeTables, listen, type Plan, planOf } from "./plans";
import { markdownTable, printTable } from "./report";
import { type SearchCase, searchCases } from "./search-cases";
import { debtorId, SEARCH_CREDITOR } from "./search-made";
import { type App, startApp } from "./stack";

const COUNT = Number(process.env.BENCH_DEBTORS ?? 1_000_000);
const RUNS = Number(process.env.BENCH_RUNS ?? 60);
/** What a search may take on the server, at the 95th percentile. */
const MOST_MS = 25;
const MOST_SORTED = 2_000;

/** People from all over the table, so that no two runs ask for the same. */
async function samples(ctx: Ctx): Promise<{ n: number; name: string }[]> {
  const numbers = Array.from({ length: RUNS + 3 }, (_, run) =>
    Math.floor(((run + 0.5) / (RUNS + 3)) * COUNT),
  );
  const rows = await ctx.db.read
    .select({ id: debtors.id, name: debtors.name })
    .from(debtors)
    .where(inArray(debtors.id, numbers.map(debtorId)));
  const names = new Map(rows.map((row) => [row.id, row.name]));
  return numbers.map((n) => ({ n, name: names.get(debtorId(n)) ?? "" }));
}

/** Milliseconds that this process's processors have worked. SQLite works in it; Postgres does its part elsewhere. */
function workedHere(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

interface Row {
  name: string;
  example: string;
  search: Times;
  raw: Times;
  route: Times;
  plan: Plan;
}

async function measure(
  ctx: Ctx,
  engine: Engine,
  url: string,
  one: SearchCase,
  app: App | null,
): Promise<Row> {
  let [a, b, c] = [0, 0, 0];
  const at = (turn: number) => one.asked[turn % one.asked.length] ?? { query: "", raw: "select 1" };
  const search = () => {
    a += 1;
    return searchEverything(ctx, { query: at(a).query });
  };
  const raw = () => {
    b += 1;
    return ctx.db.query(at(b).raw);
  };
  const route = async () => {
    c += 1;
    if (!app) return;
    const answer = await fetch(`${app.url}/api/desk/search`, {
      method: "POST",
      headers: { cookie: app.cookie, origin: app.url, "content-type": "application/json" },
      body: JSON.stringify({ query: at(c).query, recent: [] }),
    });
    await answer.text();
    if (answer.status !== 200) throw new Error(`the search answered ${answer.status}`);
  };
  const plans: Plan[] = [];
  for (const asked of await listen(
    ctx.db,
    () => searchEverything(ctx, { query: at(0).query }),
    largeTables(),
  ))
    plans.push(await planOf(engine, url, asked));
  const times = await inTurns(RUNS, { search, raw, route }, workedHere);
  const plan = {
    indexes: plans.flatMap((found) => found.indexes),
    scans: plans.flatMap((found) => found.scans),
    whole: plans.flatMap((found) => found.whole),
    sorted: Math.max(0, ...plans.map((found) => found.sorted)),
  };
  return { name: one.name, example: at(0).query, ...times, plan };
}

const heads = [
  ...["search", "raw p50", "p95", "search p50", "p95", "work p50", "p95", "route p50", "p95"],
  "fault",
];

function line({ name, example, search, raw, route, plan }: Row): string[] {
  const cells = (times: readonly number[]) => {
    const { p50, p95 }: Figures = figures(times);
    return [p50.toFixed(1), p95.toFixed(1)];
  };
  const faults = [
    ...new Set([...plan.scans, ...plan.whole].map((table) => `reads all ${table}`)),
    ...(plan.sorted > MOST_SORTED ? [`sorts ${plan.sorted}`] : []),
    ...(figures(search.clock).p95 > MOST_MS ? [`over ${MOST_MS} ms`] : []),
  ];
  const measured = [raw.clock, search.clock, search.work, route.clock].flatMap(cells);
  return [`${name}: ${example}`, ...measured, faults.join(", ")];
}

const [engine = "sqlite", url = "", token = ""] = process.argv.slice(2);
if (engine === "sqlite" || engine === "postgres") {
  const ctx = benchCtx(url, SEARCH_CREDITOR, "agent");
  const now = Date.now();
  await inTransaction(ctx.db, async (tx) => {
    await tx.update(sessions).set({ lastSeenAt: new Date(now), expiresAt: new Date(now + 12 * 3_600_000) });
  });
  const app = existsSync(join(".next", "BUILD_ID")) ? await startApp(url, token) : null;
  const rows: Row[] = [];
  for (const one of searchCases(await samples(ctx))) rows.push(await measure(ctx, engine, url, one, app));
  const all = (name: "search" | "raw" | "route") => ({
    clock: rows.flatMap((row) => row[name].clock),
    work: rows.flatMap((row) => row[name].work),
  });
  const plan = {
    indexes: [],
    scans: rows.flatMap((row) => row.plan.scans),
    whole: rows.flatMap((row) => row.plan.whole),
    sorted: Math.max(...rows.map((row) => row.plan.sorted)),
  };
  rows.push({
    name: "all",
    example: "together",
    search: all("search"),
    raw: all("raw"),
    route: all("route"),
    plan,
  });
  console.log(`\n${engine}, ${COUNT.toLocaleString("en")} debtors, ${RUNS} runs of each, milliseconds`);
  printTable(heads, rows.map(line));
  const results = join("bench", "results");
  mkdirSync(results, { recursive: true });
  const written = { at: new Date().toISOString(), engine, count: COUNT, runs: RUNS, rows };
  writeFileSync(join(results, `search-${engine}.json`), JSON.stringify(written, null, 2));
  writeFileSync(join(results, `search-${engine}.md`), markdownTable(heads, rows.map(line)));
  await app?.stop();
  await ctx.db.close();
}
