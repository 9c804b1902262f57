import type { Permission } from "@/lib/access/permissions";
import type { Capabilities } from "@/lib/providers/contract";
import type { StorySubmission } from "@/lib/records/story";
import type { Payment } from "./door";

/** Whether something can be done with a payment now: how it would go, or why not. */
export type May<How extends string, Why extends string> = { how: How } | { off: Why };

export type CancelOff =
  | "permission"
  | "under_way"
  | "may_have_left"
  | "cancelling"
  | "not_offered"
  | "collected"
  | "ended";
export type AgainOff = "permission" | "by_provider";

interface Around {
  permissions: ReadonlySet<Permission>;
  offers: Pick<Capabilities, "cancelPayment">;
  open: Pick<StorySubmission, "operation" | "state" | "nextAt"> | null;
  /** Every submission of the payment with its attempts: one that left and was given up may still have arrived. */
  submissions: readonly Pick<StorySubmission, "operation" | "attempts" | "resolution">[];
}

const ruledOut = (one: Around["submissions"][number]): boolean =>
  one.operation === "payment.create" && one.resolution === "did_not_happen";

/** Some attempt to issue it had its permit, and neither proof nor a person's verdict says that it did not arrive. */
const mayHaveLeft = ({ submissions }: Pick<Around, "submissions">): boolean =>
  submissions.some(
    (one) =>
      one.operation === "payment.create" &&
      !ruledOut(one) &&
      one.attempts.some(
        (attempt) =>
          attempt.permittedAt !== null && ["permitted", "accepted", "unknown"].includes(attempt.state),
      ),
  );

/**
 * `here`: no byte of it has left. `judged`: here, as a person said that it did not arrive. `absent`: here, as it is
 * proven not to have arrived and waits for a person. `there`: the provider is asked to stop it. The verb decides; this
 * says so before.
 */
export function mayCancel(
  payment: Payment,
  around: Around,
): May<"here" | "judged" | "absent" | "there", CancelOff> {
  const { state } = payment;
  if (state === "settled") return { off: "collected" };
  if (state === "rejected" || state === "chargeback" || state === "cancelled") return { off: "ended" };
  if (!around.permissions.has("payments.cancel")) return { off: "permission" };
  if (around.open?.operation === "payment.cancel") return { off: "cancelling" };
  if (state === "draft" || state === "ready") return hereOrNot(around);
  return around.offers.cancelPayment && payment.providerId ? { how: "there" } : { off: "not_offered" };
}

function hereOrNot(around: Around): May<"here" | "judged" | "absent", CancelOff> {
  if (around.open && around.open.state !== "intended") return { off: "under_way" };
  if (mayHaveLeft(around))
    return around.open && around.open.nextAt === null ? { how: "absent" } : { off: "may_have_left" };
  return { how: around.submissions.some(ruledOut) ? "judged" : "here" };
}

/** A new payment for what this one did not bring in; null while it may still bring it. */
export function mayCollectAgain(payment: Payment, around: Around): May<"again", AgainOff> | null {
  if (!["rejected", "chargeback", "cancelled"].includes(payment.state)) return null;
  if (payment.origin === "provider") return { off: "by_provider" };
  return around.permissions.has("payments.create") ? { how: "again" } : { off: "permission" };
}

/** Lets a held payment go for the next window; null where nothing waits for a person. */
export function mayReplan(
  payment: Payment,
  around: Pick<Around, "permissions" | "submissions"> & { held: boolean },
): May<"replan", "permission" | "run"> | null {
  if (payment.state !== "ready" || !around.held || mayHaveLeft(around)) return null;
  if (payment.runId) return { off: "run" };
  return around.permissions.has("payments.cancel") ? { how: "replan" } : { off: "permission" };
}
