import { z } from "zod";
import type { PaymentState } from "@/lib/payments/states";
import type { DeskRows } from "@/proof/auditor/rows";
import type { Violation } from "./judge";
import type { World } from "./world";

const ddPayment = z.object({ handle: z.string(), reference: z.string().nullable(), status: z.string() });
const payDebit = z.object({
  code: z.string(),
  status: z.number(),
  collectedAt: z.string().nullable(),
  mandate: z.string(),
  stats: z.object({ extra1: z.string().nullish() }),
});

interface Theirs {
  id: string;
  /** The reference of ours that it was made with. */
  reference: string | null;
  /** What we may say of it when we have heard everything. */
  ours: readonly PaymentState[];
  said: string;
}

const ddStates: Readonly<Record<string, readonly PaymentState[]>> = {
  Pending: ["pending"],
  Scheduled: ["scheduled"],
  PendingCancel: ["pending", "scheduled"],
  Settled: ["settled"],
  Rejected: ["rejected"],
  Cancelled: ["cancelled"],
  Chargeback: ["chargeback"],
};

const payStates: Readonly<Record<number, readonly PaymentState[]>> = {
  91: ["pending"],
  526: ["scheduled"],
  94: ["scheduled"],
  97: ["scheduled"],
  100: ["settled"],
  103: ["cancelled"],
  // Where the time in between was missed, nobody can tell a storno from a refusal: the provider has one word for both.
  106: ["chargeback", "rejected"],
  127: ["rejected"],
  199: ["pending", "scheduled"],
};

async function theirs(world: World): Promise<Theirs[]> {
  if (world.plan.provider === "debitdirect")
    return z
      .array(ddPayment)
      .parse(await world.inspect("/_sim/payments"))
      .map((one) => ({
        id: one.handle,
        reference: one.reference,
        ours: ddStates[one.status] ?? [],
        said: one.status,
      }));
  if (world.plan.provider === "paynl")
    return z
      .array(payDebit)
      .parse(await world.inspect("/_sim/debits"))
      .map((one) => ({
        id: one.code,
        reference: one.stats.extra1 ?? null,
        ours: payStates[one.status] ?? [],
        said: String(one.status),
      }));
  return [];
}

/** Payments of which a person is asked, in an open task, whether they may be sent again: nobody knows that they arrived. */
function leftToSomebody(rows: DeskRows): Set<string> {
  const asked = new Set(rows.tasks.filter((one) => one.state === "open").map((one) => one.subjectId));
  const held = rows.submissions
    .filter((one) => one.state === "unknown" && one.nextAt === null && asked.has(one.subjectId))
    .map((one) => one.subjectId);
  return new Set(held);
}

/** W1: after everything was heard, our state is the provider's. What stands in an open task is somebody's to decide. */
export async function auditAgainstTruth(world: World, rows: DeskRows): Promise<Violation[]> {
  const open = rows.tasks.filter((one) => one.state === "open");
  const left = leftToSomebody(rows);
  const violations: Violation[] = [];
  for (const one of await theirs(world)) {
    const ours = rows.payments.find((payment) => payment.providerId === one.id);
    const meant = rows.payments.find((payment) => payment.reference === one.reference);
    if (!ours && meant && left.has(meant.id)) continue;
    const asked = open.some(
      (task) =>
        (task.kind === "mismatch" && task.subjectId === (ours ?? meant)?.id) ||
        task.subjectId.endsWith(`/${one.id}`),
    );
    if (asked) continue;
    if (!ours) violations.push({ rule: "A15", subject: one.id, seen: `${one.said} there, unknown here` });
    else if (!one.ours.includes(ours.state))
      violations.push({ rule: "W1", subject: ours.id, seen: `${ours.state} here, ${one.said} there` });
  }
  return violations;
}
