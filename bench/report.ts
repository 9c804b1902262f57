import { figures, type Times } from "./measure";
import type { Plan } from "./plans";

/** The bare page, the page and its query alone, taken in turns. */
export interface Row {
  group: string;
  order: string;
  bare: Times;
  /** Empty where only the API offers it. */
  page: Times;
  raw: Times;
  plan: Plan | null;
}

export const none: Times = { clock: [], work: [] };

/** What a list sorts to show a page of it: more would grow with the table. */
const MOST_SORTED = 2_000;
/** A list of fifty costs at most so many bare pages. */
const MOST_TIMES_BARE = 3;

/** What is wrong with a row; nothing, when it keeps its promises. */
function faultsOf({ plan, page, bare }: Omit<Row, "group" | "order">): string[] {
  const over = (kind: keyof Times) => figures(page[kind]).p95 > MOST_TIMES_BARE * figures(bare[kind]).p95;
  return [
    ...(plan?.scans ?? []).map((table) => `scans ${table}`),
    ...(plan && plan.sorted > MOST_SORTED ? [`sorts ${plan.sorted}`] : []),
    ...(over("clock") ? [`over ${MOST_TIMES_BARE}x`] : []),
    ...(over("work") ? [`over ${MOST_TIMES_BARE}x in work`] : []),
  ];
}

export const heads = [
  ...["page", "bare p50", "p95", "page p50", "p95", "x p50", "p95", "work x p50", "p95", "query p50", "p95"],
  ...["sorts", "fault", "index"],
];

/** A line for each row, for a terminal. */
export function rowLine(row: Row): string[] {
  const { group, order, plan } = row;
  return [
    order === "" ? group : `${group} by ${order}`,
    ...cells(row),
    [...new Set(plan?.indexes)].join(" "),
  ];
}

/** A line for each filter with the runs of all its orders together, for docs/benchmarks.md. */
export function groupLine(group: string, rows: readonly Row[]): string[] {
  const of = rows.filter((row) => row.group === group);
  const all = (name: "bare" | "page" | "raw"): Times => ({
    clock: of.flatMap((row) => row[name].clock),
    work: of.flatMap((row) => row[name].work),
  });
  const plans = of.flatMap((row) => row.plan ?? []);
  const plan = {
    indexes: [],
    scans: plans.flatMap((one) => one.scans),
    whole: [],
    sorted: Math.max(0, ...plans.map((one) => one.sorted)),
  };
  return [group, ...cells({ bare: all("bare"), page: all("page"), raw: all("raw"), plan })];
}

export const groupLines = (rows: readonly Row[]): string[][] =>
  [...new Set(rows.map((row) => row.group))].map((group) => groupLine(group, rows));

function cells({ bare, page, raw, plan }: Omit<Row, "group" | "order">): string[] {
  const times = ({ clock }: Times) => {
    const { p50, p95 } = figures(clock);
    return clock.length > 0 ? [p50.toFixed(1), p95.toFixed(1)] : ["", ""];
  };
  const ratio = (kind: keyof Times) => {
    const [b, p] = [figures(bare[kind]), figures(page[kind])];
    return page[kind].length > 0 ? [(p.p50 / b.p50).toFixed(2), (p.p95 / b.p95).toFixed(2)] : ["", ""];
  };
  return [
    ...times(bare),
    ...times(page),
    ...ratio("clock"),
    ...ratio("work"),
    ...times(raw),
    plan && plan.sorted > 0 ? String(plan.sorted) : "",
    faultsOf({ bare, page, raw, plan }).join(", "),
  ];
}

/** A table for a terminal: numbers to the right. */
export function printTable(heads: string[], rows: string[][]): void {
  const widths = heads.map((head, i) => Math.max(head.length, ...rows.map((row) => (row[i] ?? "").length)));
  const line = (cells: string[]) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join("  ");
  console.log(line(heads));
  console.log(widths.map((width) => "-".repeat(width)).join("  "));
  for (const row of rows) console.log(line(row));
}

export function markdownTable(heads: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const rule = heads.map((_, i) => (i === 0 ? "---" : "---:"));
  return [line(heads), line(rule), ...rows.map(line)].join("\n");
}
