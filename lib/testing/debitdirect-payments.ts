import { and, eq } from "drizzle-orm";
import { attempts, connections, mandates, payments, submissions, tasks } from "@/db/schema";
import { control } from "@/db/seed/simulators";
import { inTransaction } from "@/db/transaction";
import { findConnection } from "@/lib/connections/open-line";
import { updateSettings } from "@/lib/connections/update-settings";
import type { Ctx } from "@/lib/context";
import { createPayment } from "@/lib/payments/create";
import { workerCtx } from "@/lib/runtime";
import { lookUpSubmission } from "@/lib/submissions/look-up";
import type { DebitDirectDesk } from "./debitdirect";
import type { TestDesk } from "./desk";
import { closedPort } from "./listener";
import { until } from "./until";

/** A payment of the desk's own mandate, made and not sent. */
export async function issue(
  at: DebitDirectDesk,
  values: Record<string, string> = {},
): Promise<{ paymentId: string; submissionId: string }> {
  const made = await createPayment(at.desk.as("finance"), {
    mandateId: at.mandateId,
    values: { amount: "1.236,75", text: "Heat December", due: "2026-12-01", ...values },
    despiteDuplicate: true,
    duplicateReason: "a test of many",
  });
  return { paymentId: made.paymentId, submissionId: made.submissionId ?? "" };
}

export async function paymentOf(desk: TestDesk, id: string): Promise<typeof payments.$inferSelect> {
  const [row] = await desk.runtime.db.read.select().from(payments).where(eq(payments.id, id));
  if (!row) throw new Error("no payment");
  return row;
}

export async function submissionOf(desk: TestDesk, id: string): Promise<typeof submissions.$inferSelect> {
  const [row] = await desk.runtime.db.read.select().from(submissions).where(eq(submissions.id, id));
  if (!row) throw new Error("no submission");
  return row;
}

/** The attempts of a submission, in their order. */
export const triesOf = (desk: TestDesk, submissionId: string) =>
  desk.runtime.db.read
    .select()
    .from(attempts)
    .where(eq(attempts.submissionId, submissionId))
    .orderBy(attempts.n);

export const openTasks = (desk: TestDesk, subjectId: string) =>
  desk.runtime.db.read
    .select()
    .from(tasks)
    .where(and(eq(tasks.subjectId, subjectId), eq(tasks.state, "open")));

/** The judge of "was it sent twice": what the provider's own journal says it created for a payment. */
export async function createdFor(at: DebitDirectDesk, paymentId: string) {
  const { reference } = await paymentOf(at.desk, paymentId);
  return at.simulator.journal.filter((entry) => entry.effect?.endsWith(`ref=${reference}`));
}

export async function workUntilClosed(at: DebitDirectDesk, submissionId: string): Promise<void> {
  await until(
    async () => (await submissionOf(at.desk, submissionId)).closedAt !== null,
    async () => {
      await at.pass(5_000);
      await at.desk.work();
    },
  );
}

/** Looks up, and does nothing else, until an unknown submission is proven absent and may go again. */
export async function proveAbsent(at: DebitDirectDesk, submissionId: string): Promise<void> {
  await until(
    async () => (await submissionOf(at.desk, submissionId)).state === "intended",
    async () => {
      await at.pass(5_000);
      await lookUpSubmission(workerCtx(at.desk.runtime, at.desk.creditorId), submissionId);
    },
  );
}

export const simulate = (at: DebitDirectDesk, settings: object) =>
  control(at.simulator.url, "/_sim/settings", settings);

/** Sets what the connection assumes of its provider. */
export async function assume(
  at: Pick<DebitDirectDesk, "desk" | "connectionId">,
  values: Record<string, string>,
): Promise<void> {
  const { version } = await findConnection(at.desk.runtime.db.read, at.desk.creditorId, at.connectionId);
  await updateSettings(at.desk.as("admin"), { connectionId: at.connectionId, version, values });
}

/** Lets something happen while nobody listens at the provider's address. */
export async function whileUnreachable(at: DebitDirectDesk, work: () => Promise<unknown>): Promise<void> {
  const point = (baseUrl: string) =>
    inTransaction(at.desk.runtime.db, async (tx) => {
      await tx.update(connections).set({ baseUrl }).where(eq(connections.id, at.connectionId));
    });
  await point(`http://127.0.0.1:${await closedPort()}`);
  await work();
  await point(at.simulator.url);
}

/** A context in which something happens right after the nth transaction is committed, as when a sender is held up. */
export function interrupted(ctx: Ctx, nth: number, then: () => Promise<unknown>): Ctx {
  let committed = 0;
  const transaction: Ctx["db"]["transaction"] = async (work) => {
    const result = await ctx.db.transaction(work);
    committed += 1;
    if (committed === nth) await then();
    return result;
  };
  return { ...ctx, db: { ...ctx.db, transaction } };
}

/** The provider's own form of a payment of ours, changed as a test says. */
export async function theirWords(at: DebitDirectDesk, paymentId: string, change: object): Promise<object> {
  const payment = await paymentOf(at.desk, paymentId);
  const [mandate] = await at.desk.runtime.db.read
    .select()
    .from(mandates)
    .where(eq(mandates.id, payment.mandateId));
  return {
    handle: payment.providerId ?? `pay_of_${paymentId}`,
    reference: payment.reference,
    amount: payment.amountMinor,
    currency: payment.currency,
    status: "Pending",
    test: true,
    paymentDate: `${payment.planned}T00:00:00Z`,
    mandate: { handle: mandate?.providerId },
    ...change,
  };
}

/** Lets the next poll read these payments as the provider's whole list. */
export async function pollReads(at: DebitDirectDesk, listed: readonly object[]): Promise<void> {
  const body = JSON.stringify({ results: listed, nextOffset: null, hasMore: false });
  at.simulator.faults.arm({ kind: "status", method: "GET", path: "/payments", status: 200, body, times: 1 });
  await at.pass(6_000);
  await at.desk.work();
  if (at.simulator.faults.list().length > 0) throw new Error("the list was not read");
}
