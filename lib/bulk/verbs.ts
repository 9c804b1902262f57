import { askMandates, resumeMandates, suspendMandates } from "./mandate-verbs";
import { askPayments, cancelPayments } from "./payment-verbs";
import type { BulkVerbName } from "./states";
import type { BulkVerb } from "./verb";

const verbs: Readonly<Record<BulkVerbName, BulkVerb>> = {
  cancel_payments: cancelPayments,
  ask_payments: askPayments,
  suspend_mandates: suspendMandates,
  resume_mandates: resumeMandates,
  ask_mandates: askMandates,
};

export const verbOf = (name: BulkVerbName): BulkVerb => verbs[name];
