import type { Permission } from "@/lib/access/permissions";
import { routes } from "@/lib/routes";

/** What can be done about it: which right it takes; null for what needs none. The dictionary has words for each. */
export const stepRights = {
  wait: null,
  check: "submissions.ask",
  decide: "submissions.resolve",
  send_again: "submissions.resend",
  replan: "payments.cancel",
  cancel: "payments.cancel",
  collect_again: "payments.create",
  new_payment: "payments.create",
  new_mandate: "mandates.write",
  send_mandate: "mandates.write",
  correct_mandate: "mandates.write",
  remind: "mandates.write",
  resume_mandate: "mandates.stop",
  link_debtor: "mandates.write",
  lift_fence: "fence.lift",
  mend_connection: "connections.manage",
  mend_here: "connections.manage",
  read_word: "messages.replay",
  prepare_run: "runs.prepare",
  approve_run: "runs.approve",
  open_run: "read",
  open_payment: "read",
  open_mandate: "read",
  evidence: "evidence.download",
} as const satisfies Record<string, Permission | null>;
export type StepCode = keyof typeof stepRights;

export interface Step {
  code: StepCode;
  permission: Permission | null;
  /** The page on which it is done, and on it the record it is done with. */
  href: string | null;
}

type Where = {
  payment?: string;
  mandate?: string;
  debtor?: string | null;
  run?: string;
  connection?: string;
};

const places: Record<StepCode, (where: Where) => string | null> = {
  wait: () => null,
  check: here,
  decide: here,
  send_again: here,
  replan: here,
  cancel: here,
  collect_again: ({ mandate = "", payment = "" }) =>
    `${routes.newPayment()}?mandate=${mandate}&from=${payment}`,
  new_payment: ({ mandate = "" }) => `${routes.newPayment()}?mandate=${mandate}`,
  new_mandate: ({ debtor }) => (debtor ? `${routes.newMandate()}?debtor=${debtor}` : routes.newMandate()),
  send_mandate: ({ mandate = "" }) => `${routes.newMandate()}?from=${mandate}`,
  correct_mandate: ({ mandate = "" }) => `${routes.newMandate()}?from=${mandate}`,
  remind: ({ mandate = "" }) => `${routes.mandate(mandate)}#invitation`,
  resume_mandate: ({ mandate = "" }) => routes.mandate(mandate),
  link_debtor: ({ mandate = "" }) => routes.mandate(mandate),
  lift_fence: () => routes.fence(),
  mend_connection: ({ connection = "" }) => routes.connection(connection),
  mend_here: ({ payment, mandate = "" }) => `${routes.submissions()}?object=${payment ?? mandate}`,
  read_word: ({ payment, mandate = "" }) => `${routes.events()}?object=${payment ?? mandate}`,
  prepare_run: ({ run = "" }) => routes.run(run),
  approve_run: ({ run = "" }) => routes.run(run),
  open_run: ({ run = "" }) => routes.run(run),
  open_payment: here,
  open_mandate: ({ mandate = "" }) => routes.mandate(mandate),
  evidence: ({ mandate = "" }) => routes.mandateEvidence(mandate),
};

function here({ payment, mandate = "" }: Where): string {
  return payment === undefined ? routes.mandate(mandate) : routes.payment(payment);
}

export const step = (code: StepCode, where: Where): Step => ({
  code,
  permission: stepRights[code],
  href: places[code](where),
});
