import { z } from "zod";
import { fingerprintOf, type RequestKey } from "@/lib/access/once";
import type { Ctx } from "@/lib/context";
import { createDebtor } from "@/lib/debtors/create";
import { createMandate } from "@/lib/mandates/create";
import { stopMandate } from "@/lib/mandates/stop";
import { cancelPayment } from "@/lib/payments/cancel";
import { createPayment } from "@/lib/payments/create";
import { firstAttempt } from "@/lib/submissions/first-attempt";
import { sendAgain } from "@/lib/submissions/send-again";
import type { Who } from "../people";

/** What a person may do at the desk, with the id of the press that makes a repeat of it one. */
export const deed = z.discriminatedUnion("do", [
  z.object({ do: z.literal("debtor"), name: z.string(), number: z.string(), press: z.string() }),
  z.object({
    do: z.literal("mandate"),
    debtorId: z.string(),
    agreementId: z.string(),
    values: z.record(z.string(), z.string()),
    press: z.string(),
    /** Whether the first attempt is made in the request itself, as the desk does, or all is left to the worker. */
    attempt: z.boolean(),
  }),
  z.object({
    do: z.literal("payment"),
    mandateId: z.string(),
    amount: z.string(),
    press: z.string(),
    attempt: z.boolean(),
  }),
  z.object({ do: z.literal("cancel"), paymentId: z.string(), attempt: z.boolean() }),
  z.object({ do: z.literal("end"), mandateId: z.string(), attempt: z.boolean() }),
  z.object({ do: z.literal("send again"), submissionId: z.string() }),
]);
export type Deed = z.infer<typeof deed>;

/** Does it; answers the id of what was made, or an empty text. */
export async function perform(as: (who: Who) => Ctx, what: Deed): Promise<string> {
  const request = (press: string): RequestKey => ({ key: press, fingerprint: fingerprintOf(what) });
  const attempt = async (ctx: Ctx, submissionId: string | null) => {
    if ("attempt" in what && what.attempt) await firstAttempt(ctx, submissionId);
  };
  switch (what.do) {
    case "debtor": {
      const values = { kind: "person", name: what.name, customer_number: what.number };
      return createDebtor(as("agent"), values, request(what.press));
    }
    case "mandate": {
      const { debtorId, agreementId, values, press } = what;
      const givenAt = "2026-11-01T09:00:00.000Z";
      const consent = { channel: "phone", givenAt, wording: "Yes, collect it.", takenBy: "agent" } as const;
      const made = await createMandate(
        as("agent"),
        { debtorId, agreementId, values, consent },
        request(press),
      );
      await attempt(as("agent"), made.submissionId);
      return made.mandateId;
    }
    case "payment": {
      const { mandateId, amount, press } = what;
      const values = { amount, text: "Heat" };
      const made = await createPayment(
        as("finance"),
        { mandateId, values, despiteDuplicate: true },
        request(press),
      );
      await attempt(as("finance"), made.submissionId);
      return made.paymentId;
    }
    case "cancel": {
      const input = { paymentId: what.paymentId, reason: "the bill was wrong" };
      await attempt(as("finance"), await cancelPayment(as("finance"), input));
      return "";
    }
    case "end": {
      const input = { mandateId: what.mandateId, act: "end", reason: "moved away" } as const;
      await attempt(as("finance"), await stopMandate(as("finance"), input));
      return "";
    }
    case "send again":
      await sendAgain(as("approver"), what.submissionId);
      return "";
  }
}
