import { and, eq, isNotNull } from "drizzle-orm";
import { mandates, payments, runItems, runs } from "@/db/schema";
import { control } from "@/db/seed/simulators";
import { createDebtor } from "@/lib/debtors/create";
import { approveRun } from "@/lib/runs/approve";
import { buildRun } from "@/lib/runs/build";
import { readCsv } from "@/lib/runs/csv";
import { freezeRun } from "@/lib/runs/freeze";
import { sendRun } from "@/lib/runs/send";
import type { DebitDirectDesk } from "./debitdirect";
import { until } from "./until";

/** Customers with an active mandate each, beside the desk's own. Answers their numbers. */
export async function customers(at: DebitDirectDesk, count: number): Promise<string[]> {
  const numbers = Array.from({ length: count }, (_, index) => String(200_001 + index));
  for (const number of numbers) {
    await createDebtor(at.desk.as("agent"), {
      kind: "person",
      name: `Debtor ${number}`,
      customer_number: number,
    });
    await control(at.simulator.url, "/_sim/mandates", {
      agreement: at.agreementHandle,
      customerNumber: number,
    });
  }
  await until(
    async () => {
      const active = await at.desk.runtime.db.read
        .select({ id: mandates.id })
        .from(mandates)
        .where(and(eq(mandates.state, "active"), isNotNull(mandates.debtorId)));
      return active.length > count;
    },
    async () => {
      await at.pass(10_000);
      await at.desk.work();
    },
  );
  return numbers;
}

export const HEAD = "customer number;amount;text;reference;due";

let files = 0;

/** Lines of a file: one row for each customer, with amounts that no other file of the test has. */
export function fileFor(numbers: readonly string[], prefix: string, due = "2026-12-01"): string {
  files += 1;
  const line = (number: string, index: number) =>
    `${number};${files * 100 + index},50;Heat December;${prefix}-${index + 1};${due}`;
  return [HEAD, ...numbers.map(line)].join("\n");
}

/** A run of a file, built by finance. */
export const built = (at: DebitDirectDesk, csv: string, name = "December"): Promise<string> =>
  buildRun(at.desk.as("finance"), {
    name,
    test: true,
    agreementId: null,
    decimals: ",",
    rows: readCsv(csv),
  });

/** A second person, who may approve. */
export const approver = (at: DebitDirectDesk) => at.desk.as("finance", { approver: true, name: "Vibeke" });

export async function approved(at: DebitDirectDesk, csv: string, name?: string): Promise<string> {
  const runId = await built(at, csv, name);
  const contentHash = await freezeRun(at.desk.as("finance"), runId);
  await approveRun(approver(at), { runId, contentHash });
  return runId;
}

export async function sent(at: DebitDirectDesk, csv: string, name?: string): Promise<string> {
  const runId = await approved(at, csv, name);
  await sendRun(at.desk.as("finance"), runId);
  return runId;
}

export async function runOf(at: DebitDirectDesk, id: string): Promise<typeof runs.$inferSelect> {
  const [run] = await at.desk.runtime.db.read.select().from(runs).where(eq(runs.id, id));
  if (!run) throw new Error("no run");
  return run;
}

export const rowsOf = (at: DebitDirectDesk, runId: string) =>
  at.desk.runtime.db.read.select().from(runItems).where(eq(runItems.runId, runId)).orderBy(runItems.n);

export const paymentsOf = (at: DebitDirectDesk, runId: string) =>
  at.desk.runtime.db.read.select().from(payments).where(eq(payments.runId, runId));

/** How often the provider made a payment for each reference that begins so: the judge of "was it sent twice". */
export function madeThere(at: DebitDirectDesk, prefix: string): Map<string, number> {
  const made = new Map<string, number>();
  for (const { effect } of at.simulator.journal) {
    const reference = /^payment\.created .*ref=(\S+)$/.exec(effect ?? "")?.[1];
    if (reference?.startsWith(`${prefix}-`)) made.set(reference, (made.get(reference) ?? 0) + 1);
  }
  return made;
}
