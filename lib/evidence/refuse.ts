import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { agreements, mandates, payments } from "@/db/schema";
import type { SubjectNoun } from "@/db/tables/journeys";
import type { Ctx } from "@/lib/context";
import type { Cause } from "@/lib/door/record-move";
import { moveMandate } from "@/lib/mandates/door";
import { movePayment } from "@/lib/payments/door";
import type { Operation, Refusal } from "@/lib/providers/contract";
import { openTask } from "@/lib/tasks/tasks";

interface Refused {
  id: string;
  noun: SubjectNoun;
  subjectId: string;
  operation: Operation;
}

/** A create that was refused ends its record there and then; a refused cancel or end leaves the record as it was. */
export async function refuseSubject(
  tx: Tx,
  ctx: Ctx,
  submission: Refused,
  refusal: Refusal,
  messageId: string,
): Promise<void> {
  const cause: Cause = {
    word: refusal.reason.code,
    rule: `refused.${refusal.kind}`,
    messageId,
    submissionId: submission.id,
  };
  const reason = { reasonCode: refusal.reason.code, reasonText: refusal.reason.text };
  const params = { code: refusal.reason.code, text: refusal.reason.text ?? "" };
  const task = { noun: submission.noun, subjectId: submission.subjectId, kind: "refused", params } as const;
  switch (submission.operation) {
    case "mandate.create": {
      const [mandate] = await tx.select().from(mandates).where(eq(mandates.id, submission.subjectId));
      if (mandate) await moveMandate(tx, ctx, mandate, "fail", cause, reason);
      await openTask(tx, ctx, { ...task, role: refusal.kind === "configuration" ? "admin" : "agent" });
      return;
    }
    case "payment.create": {
      const [payment] = await tx.select().from(payments).where(eq(payments.id, submission.subjectId));
      if (payment) await movePayment(tx, ctx, payment, "reject", cause, reason);
      await openTask(tx, ctx, { ...task, role: "finance" });
      return;
    }
    case "agreement.register":
      await tx.update(agreements).set({ state: "failed" }).where(eq(agreements.id, submission.subjectId));
      await openTask(tx, ctx, { ...task, role: "admin" });
      return;
    default:
      await openTask(tx, ctx, { ...task, role: submission.noun === "payment" ? "finance" : "admin" });
  }
}
