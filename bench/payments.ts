import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { connect } from "@/db/client";
import { sessions } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { permissionsOf } from "@/lib/access/permissions";
import { systemClock } from "@/lib/clock";
import type { Ctx } from "@/lib/context";
import { listPayments, type PaymentFilter, type PaymentSort, paymentSorts } from "@/lib/payments/list";
import { providers } from "@/lib/providers/registry";
import { callOverHttp } from "@/lib/providers/transport";
import { vaultWith } from "@/lib/vault/vault";
import { type Figures, measure, printTable } from "./measure";
import { postgresScans } from "./plans";
import { type App, startApp } from "./stack";

const COUNT = Number(process.env.BENCH_PAYMENTS ?? 1_000_000);
const RUNS = Number(process.env.BENCH_RUNS ?? 60);

interface Case {
  name: string;
  address: string;
  filter: PaymentFilter;
  sort: { key: PaymentSort; direction: "up" | "down" };
}

/** Every sort that the list offers, alone and together with each kind of filter. */
function cases(): Case[] {
  const filters: [string, PaymentFilter][] = [
    ["", {}],
    ["state=settled", { state: "settled" }],
    ["state=rejected", { state: "rejected" }],
    ["sending=unknown", { sending: "unknown" }],
    ["window=2026-03", { window: "2026-03" }],
    ["mandate=man_77", { mandateId: "man_77" }],
    ["debtor=deb_78", { debtorId: "deb_78" }],
  ];
  return filters.flatMap(([address, filter]) =>
    paymentSorts.flatMap((key) =>
      (["down", "up"] as const).map((direction) => ({
        name: `${address || "all"} by ${key} ${direction}`,
        address: `/payments?${address}&sort=${direction === "down" ? "-" : ""}${key}`,
        filter,
        sort: { key, direction },
      })),
    ),
  );
}

const get = (app: App, path: string) => async () => {
  const answer = await fetch(`${app.url}${path}`, { headers: { cookie: app.cookie }, redirect: "manual" });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return text;
};

function benchCtx(url: string): Ctx {
  return {
    actor: { kind: "person", id: "usr_bench", name: "Bench" },
    creditorId: "cre_bench",
    permissions: permissionsOf("finance", false),
    requestId: randomUUID(),
    clock: systemClock,
    leases: systemClock,
    call: callOverHttp,
    // It only reads.
    instance: { confirm: async () => undefined, noteLeft: async () => undefined },
    db: connect(url),
    vault: vaultWith([
      { id: "d", purpose: "data", key: Buffer.alloc(32) },
      { id: "i", purpose: "index", key: Buffer.alloc(32) },
    ]),
    providers,
    publicUrl: "http://127.0.0.1",
  };
}

/** One engine per process: the schema is built for the database the process was started with. */
async function benchEngine(url: string, engine: "sqlite" | "postgres", token: string) {
  const app = await startApp(url, token);
  const ctx = benchCtx(url);
  const now = Date.now();
  await inTransaction(ctx.db, async (tx) => {
    await tx.update(sessions).set({ lastSeenAt: new Date(now), expiresAt: new Date(now + 3_600_000) });
  });
  const rows: { name: string; page: Figures; raw: Figures | null }[] = [];
  const bare = await measure("bare page", RUNS * 2, get(app, "/bare"));
  const scansBefore = engine === "postgres" ? await postgresScans(url) : 0;
  for (const one of cases()) {
    const raw = await measure(one.name, RUNS, () => listPayments(ctx, one.filter, { sort: one.sort }));
    rows.push({ name: one.name, page: await measure(one.name, RUNS, get(app, one.address)), raw });
  }
  rows.push({
    name: "record",
    page: await measure("record", RUNS, get(app, `/payments/pay_${String(COUNT - 1).padStart(9, "0")}`)),
    raw: null,
  });
  // SQLite keeps no count of scans; there the deep pages and the raw query's times have to tell.
  const scans = engine === "postgres" ? (await postgresScans(url)) - scansBefore : null;
  await ctx.db.close();
  await app.stop();
  report(engine, bare, rows, scans);
  return { engine, bare, rows, scans };
}

function report(
  engine: string,
  bare: Figures,
  rows: { name: string; page: Figures; raw: Figures | null }[],
  scans: number | null,
): void {
  const ms = (value: number) => value.toFixed(1);
  console.log(
    `\n${engine}, ${COUNT.toLocaleString("en")} payments, ms; bare page p50 ${ms(bare.p50)} p95 ${ms(bare.p95)}`,
  );
  printTable(
    ["page", "p50", "p95", "p95 / bare p95", "raw p50", "raw p95"],
    rows.map(({ name, page, raw }) => [
      name,
      ms(page.p50),
      ms(page.p95),
      (page.p95 / bare.p95).toFixed(2),
      raw ? ms(raw.p50) : "",
      raw ? ms(raw.p95) : "",
    ]),
  );
  if (scans !== null) console.log(`scans of large tables: ${scans}`);
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
  const result = await benchEngine(url, engine, token);
  const bundles = firstLoad().sort((a, b) => b.kilobytes - a.kilobytes);
  if (engine === "sqlite") {
    console.log("\nfirst-load JavaScript, kB gzip");
    printTable(
      ["route", "kB"],
      bundles.map(({ route, kilobytes }) => [route, kilobytes.toFixed(1)]),
    );
  }
  mkdirSync(join("bench", "results"), { recursive: true });
  writeFileSync(
    join("bench", "results", `payments-${engine}.json`),
    JSON.stringify({ at: new Date().toISOString(), count: COUNT, ...result, bundles }, null, 2),
  );
}
