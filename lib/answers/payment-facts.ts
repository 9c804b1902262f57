import type { Rule } from "@/lib/deadlines/rules";
import type { MandateState } from "@/lib/mandates/states";
import type { Payment } from "@/lib/payments/door";
import type { Capabilities, ProviderModule } from "@/lib/providers/contract";
import type { StoryMove, StorySubmission } from "@/lib/records/story";
import type { DeadlineFacts } from "@/lib/settings/deadlines";
import type { ConnectionFacts } from "./connection";

/** Another payment of the same debtor that may still bring the money, or has brought it. */
export interface OtherPayment {
  id: string;
  reference: string;
  amountMinor: number;
  currency: Payment["currency"];
  planned: string | null;
  requested: string;
}

type Submission = Pick<
  StorySubmission,
  "operation" | "state" | "resolution" | "nextAt" | "detail" | "sentAt" | "createdAt" | "lookUps" | "absences"
>;

/** Everything that decides why a payment has not been collected. */
export interface PaymentFacts {
  payment: Payment;
  provider: Pick<ProviderModule, "label" | "reasons">;
  offers: Pick<Capabilities, "cancelPayment">;
  rule: Rule;
  deadlines: DeadlineFacts;
  connection: ConnectionFacts;
  mandateState: MandateState;
  open: Submission | null;
  submissions: readonly Pick<Submission, "operation" | "resolution">[];
  /** Newest first. */
  moves: readonly Pick<
    StoryMove,
    "move" | "to" | "at" | "happenedAt" | "actorName" | "cause" | "rule" | "messageId"
  >[];
  /** Why it is collected besides another one. */
  despite: { reason: string; by: string } | null;
  others: readonly OtherPayment[];
  now: Date;
}
