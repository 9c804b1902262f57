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
});

interface Theirs {
  id: string;
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
      .map((one) => ({ id: one.handle, ours: ddStates[one.status] ?? [], said: one.status }));
  if (world.plan.provider === "paynl")
    return z
      .array(payDebit)
      .parse(await world.inspect("/_sim/debits"))
      .map((one) => ({ id: one.code, ours: payStates[one.status] ?? [], said: String(one.status) }));
  return [];
}

/** W1: after everything was heard, our state is the provider's. What stands in an open task is somebody's to decide. */
export async function auditAgainstTruth(world: World, rows: DeskRows): Promise<Violation[]> {
  const open = rows.tasks.filter((one) => one.state === "open");
  const violations: Violation[] = [];
  for (const one of await theirs(world)) {
    const ours = rows.payments.find((payment) => payment.providerId === one.id);
    const asked = open.some(
      (task) =>
        (ours && task.subjectId === ours.id && task.kind === "mismatch") ||
        task.subjectId.endsWith(`/${one.id}`),
    );
    if (asked) continue;
    if (!ours) violations.push({ rule: "A15", subject: one.id, seen: `${one.said} there, unknown here` });
    else if (!one.ours.includes(ours.state))
      violations.push({ rule: "W1", subject: ours.id, seen: `${ours.state} here, ${one.said} there` });
  }
  return violations;
}
