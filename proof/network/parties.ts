import { and, eq } from "drizzle-orm";
import { connections, submissions, tasks } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { createDebtor } from "@/lib/debtors/create";
import { createMandate } from "@/lib/mandates/create";
import { createPayment } from "@/lib/payments/create";
import { sendSubmission } from "@/lib/submissions/send";
import { sendAgain } from "@/lib/submissions/send-again";
import { closeLater } from "@/lib/testing/close-later";
import { deskOnDebitDirect } from "@/lib/testing/debitdirect";
import type { TestDesk } from "@/lib/testing/desk";
import { deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { deskOnPaynl } from "@/lib/testing/paynl";
import { until } from "@/lib/testing/until";
import type { RunningSimulator } from "@/simulators/kit/server";
import { type BadLine, startBadLine } from "./bad-line";

export interface Wanted {
  submissionId: string;
  subjectId: string;
  /** How the provider's journal names what it made of it. */
  mark: string;
}

/** One provider with the line to it, and a write that may go wrong on it. */
export interface Party {
  desk: TestDesk;
  line: BadLine;
  simulator: RunningSimulator;
  /** One more intended effect, not sent. */
  want(n: number): Promise<Wanted>;
  pass(ms: number): Promise<void>;
}

/** Leads a connection over a line that misbehaves on order. */
async function overBadLine(desk: TestDesk, connectionId: string, baseUrl: string): Promise<BadLine> {
  const line = await startBadLine(baseUrl);
  closeLater(() => line.close());
  const { pathname } = new URL(baseUrl);
  await inTransaction(desk.runtime.db, async (tx) => {
    await tx
      .update(connections)
      .set({ baseUrl: `${line.url}${pathname === "/" ? "" : pathname}` })
      .where(eq(connections.id, connectionId));
  });
  return line;
}

/** Each is a debt of its own. */
const amountOf = (n: number): string => `${n},75`;

async function onDebitDirect(): Promise<Party> {
  const at = await deskOnDebitDirect("2026-11-10T09:00:00Z");
  const line = await overBadLine(at.desk, at.connectionId, at.simulator.url);
  const want = async (n: number): Promise<Wanted> => {
    const reference = `LINE-${n}`;
    const { paymentId, submissionId } = await createPayment(at.desk.as("finance"), {
      mandateId: at.mandateId,
      values: { amount: amountOf(n), text: "Heat", due: "2026-12-01", reference },
      despiteDuplicate: false,
    });
    return { submissionId: submissionId ?? "", subjectId: paymentId, mark: `ref=${reference}` };
  };
  return { desk: at.desk, line, simulator: at.simulator, want, pass: at.pass };
}

async function onPaynl(): Promise<Party> {
  const at = await deskOnPaynl("2026-03-02T09:00:00Z");
  const mandateId = await at.activeMandate();
  const line = await overBadLine(at.desk, at.connectionId, at.simulator.url);
  const want = async (n: number): Promise<Wanted> => {
    const reference = `LINE-${n}`;
    const made = await at.payment(mandateId, amountOf(n), { reference });
    return { submissionId: made.submissionId, subjectId: made.paymentId, mark: reference };
  };
  return { desk: at.desk, line, simulator: at.simulator, want, pass: at.pass };
}

async function onBetalingsservice(): Promise<Party> {
  const at = await deskOnBetalingsservice("2026-11-10T09:00:00Z");
  const line = await overBadLine(at.desk, at.connectionId, at.baseUrl("production"));
  const want = async (n: number): Promise<Wanted> => {
    const agent = at.desk.as("agent");
    const debtorId = await createDebtor(agent, {
      kind: "person",
      name: `Line ${n}`,
      customer_number: `7${n}`,
    });
    const { mandateId, submissionId } = await createMandate(agent, {
      debtorId,
      agreementId: at.agreementId,
      values: { identity: "010170-1234", account: "0040 0440116243" },
      consent: {
        channel: "phone",
        givenAt: at.desk.runtime.clock.now().toISOString(),
        wording: "You agree.",
        takenBy: "Bent",
      },
    });
    const [row] = await at.desk.runtime.db.read
      .select({ key: submissions.key })
      .from(submissions)
      .where(eq(submissions.id, submissionId ?? ""));
    return { submissionId: submissionId ?? "", subjectId: mandateId, mark: row?.key ?? "" };
  };
  return { desk: at.desk, line, simulator: at.simulator, want, pass: at.pass };
}

export const parties: Readonly<Record<string, () => Promise<Party>>> = {
  "DebitDirect, a payment": onDebitDirect,
  "PAY., a debit": onPaynl,
  "Betalingsservice, a mandate": onBetalingsservice,
};

/** How often the provider made it, by its own journal. */
export const madeThere = (at: Party, { mark }: Wanted): number =>
  at.simulator.journal.filter((entry) => entry.effect?.split("\n").some((line) => line.endsWith(mark)))
    .length;

export const send = (at: Party, { submissionId }: Wanted): Promise<void> =>
  sendSubmission(at.desk.as("finance"), submissionId);

export async function stateOf(at: Party, { submissionId }: Wanted): Promise<string> {
  const [row] = await at.desk.runtime.db.read
    .select({ state: submissions.state })
    .from(submissions)
    .where(eq(submissions.id, submissionId));
  return row?.state ?? "gone";
}

/** Lets worker and people do their part until the outcome is known: an approver releases what only a person may. */
export async function untilKnown(at: Party, wanted: Wanted): Promise<void> {
  const approver = at.desk.as("finance", { approver: true, name: "Carla" });
  const asksForPerson = and(
    eq(tasks.subjectId, wanted.subjectId),
    eq(tasks.kind, "send_again"),
    eq(tasks.state, "open"),
  );
  await until(
    async () => ["confirmed", "refused", "withdrawn"].includes(await stateOf(at, wanted)),
    async () => {
      await at.pass(20_000);
      await at.desk.work();
      const [task] = await at.desk.runtime.db.read.select().from(tasks).where(asksForPerson);
      if (task) await sendAgain(approver, wanted.submissionId);
    },
  );
}
