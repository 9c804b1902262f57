import { DatabaseSync } from "@photostructure/sqlite";
import pg from "pg";
import { z } from "zod";
import type { Database } from "@/db/client";
import type { Engine } from "@/db/engine";
import { payments } from "@/db/schema";

/** More than a search or a page has use for. */
const MANY_ROWS = 5_000;

/** All of these, to be listened to. */
export const largeTables = (): readonly string[] => LARGE;

/** How a query finds its rows. */
export interface Plan {
  indexes: string[];
  /** Tables that are read from end to end. */
  scans: string[];
  /** Tables of which everything of the creditor is read: with an index, and as bad as a scan where nothing ends it. */
  whole: string[];
  /** How many rows were sorted; 0 when an index has the order. */
  sorted: number;
}

interface Asked {
  text: string;
  values: unknown[];
}

/** Large tables: whoever reads one of these from end to end does not keep its speed. */
const LARGE = [
  ...["payments", "mandates", "debtors", "moves", "messages", "submissions"],
  ...["debtor_terms", "word_pieces", "debtor_accounts"],
];

/** Notes what a piece of work asks of some tables: the query builder knows its text the moment it is awaited. */
export async function listen(
  db: Database,
  work: () => Promise<unknown>,
  tables: readonly string[] = ["payments"],
): Promise<Asked[]> {
  const asked: Asked[] = [];
  const builder = ownerOfThen(db.read.select().from(payments));
  const then = builder.then;
  const noting = function (this: { toSQL(): { sql: string; params: unknown[] } }, ...given: unknown[]) {
    const { sql, params } = this.toSQL();
    asked.push({ text: sql, values: params });
    return Reflect.apply(then, this, given);
  };
  Reflect.set(builder, "then", noting);
  try {
    await work();
  } finally {
    Reflect.set(builder, "then", then);
  }
  return asked.filter(({ text }) =>
    tables.some((table) => new RegExp(` from ["\`]${table}["\`]`).test(text)),
  );
}

/** The prototype that makes every query of this dialect something to wait for. */
function ownerOfThen(from: object): { then: (...given: never[]) => unknown } {
  let at: object = from;
  while (!Object.hasOwn(at, "then")) at = Object.getPrototypeOf(at);
  return at as { then: (...given: never[]) => unknown };
}

export async function planOf(engine: Engine, url: string, { text, values }: Asked): Promise<Plan> {
  if (engine === "sqlite") return sqlitePlan(url.replace(/^file:/, ""), text, values);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(`explain (analyze, format json) ${text}`, values);
  await client.end();
  const plan: Plan = { indexes: [], scans: [], whole: [], sorted: 0 };
  for (const { Plan: root } of explained.parse(rows)[0]["QUERY PLAN"]) walk(root, plan, false);
  return plan;
}

interface Node {
  "Node Type": string;
  "Relation Name"?: string | undefined;
  "Index Name"?: string | undefined;
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: Node[] | undefined;
}

const node: z.ZodType<Node> = z.object({
  "Node Type": z.string(),
  "Relation Name": z.string().optional(),
  "Index Name": z.string().optional(),
  "Actual Rows": z.number(),
  "Actual Loops": z.number(),
  get Plans() {
    return z.array(node).optional();
  },
});
const explained = z.tuple([z.object({ "QUERY PLAN": z.array(z.object({ Plan: node })) })]);

/** A scan that stops at a limit of a few rows is none. */
function walk(one: Node, plan: Plan, limited: boolean): void {
  const name = one["Relation Name"];
  if (one["Index Name"]) plan.indexes.push(one["Index Name"]);
  if (one["Node Type"].endsWith("Seq Scan") && name && LARGE.includes(name) && !limited)
    plan.scans.push(name);
  if (name && LARGE.includes(name) && one["Actual Rows"] * one["Actual Loops"] > MANY_ROWS)
    plan.whole.push(name);
  if (one["Node Type"] === "Sort")
    for (const below of one.Plans ?? []) plan.sorted += below["Actual Rows"] * below["Actual Loops"];
  for (const below of one.Plans ?? []) walk(below, plan, one["Node Type"] === "Limit");
}

const bound = (values: unknown[]) =>
  z.array(z.union([z.string(), z.number(), z.bigint(), z.null()])).parse(values);

function sqlitePlan(file: string, text: string, values: unknown[]): Plan {
  const db = new DatabaseSync(file, { readOnly: true });
  const rows = z
    .array(z.object({ detail: z.string() }))
    .parse(db.prepare(`explain query plan ${text}`).all(...bound(values)));
  const details = rows.map((row) => row.detail);
  const plan: Plan = { indexes: [], scans: [], whole: [], sorted: 0 };
  for (const detail of details) {
    const [, verb = "", table = ""] = /^(SCAN|SEARCH) (\w+)/.exec(detail) ?? [];
    const index = /INDEX (\w+)/.exec(detail)?.[1];
    if (index) plan.indexes.push(index);
    if (verb === "SEARCH" && LARGE.includes(table) && detail.endsWith("(creditor_id=?)"))
      plan.whole.push(table);
    if (verb === "SCAN" && LARGE.includes(table)) plan.scans.push(table);
  }
  if (details.some((detail) => /TEMP B-TREE FOR .*ORDER BY/.test(detail))) {
    const unsorted = text.replace(/ order by .*$/s, "");
    const counting = db.prepare(`select count(*) as n from (${unsorted})`);
    const counted = counting.get(...bound(values.slice(0, -1)));
    plan.sorted = z.object({ n: z.number() }).parse(counted).n;
  }
  db.close();
  return plan;
}
