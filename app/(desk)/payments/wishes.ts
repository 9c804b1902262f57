import { keptParams, oneParam, type SearchParams, sortParam } from "@/app/(desk)/_shared/search-params";
import { CURSOR, type ListAddress, SORT } from "@/components/data-table/address";
import { isMonth } from "@/lib/kernel/day";
import type { PageRequest, Sort } from "@/lib/lists/page";
import { type PaymentFilter, type PaymentSort, paymentSorts } from "@/lib/payments/list";
import { acceptedStates, type PaymentState, paymentStates } from "@/lib/payments/states";
import { routes } from "@/lib/routes";

/** What the address of the list asks for. What makes no sense there is left out, never an error. */
export interface Wishes {
  address: ListAddress;
  filter: PaymentFilter;
  page: PageRequest<PaymentSort> & { sort: Sort<PaymentSort> };
  /** A number to be found; it then stands alone. */
  find: string;
  stage: PaymentState | undefined;
}

const known = [
  "state",
  "q",
  SORT,
  CURSOR,
  "sending",
  "provider",
  "window",
  "debtor",
  "mandate",
  "run",
  "test",
];

export function readWishes(params: SearchParams): Wishes {
  const one = (name: string) => oneParam(params, name);
  const stage = paymentStates.find((state) => state === one("state"));
  const window = one("window");
  const test = one("test");
  return {
    address: { path: routes.payments(), params: keptParams(params, known) },
    filter: {
      state: one("state") === "accepted" ? acceptedStates : stage,
      sending: (["sending", "unknown"] as const).find((sending) => sending === one("sending")),
      provider: one("provider"),
      window: window !== undefined && isMonth(window) ? window : undefined,
      debtorId: one("debtor"),
      mandateId: one("mandate"),
      runId: one("run"),
      test: test === "true" || test === "false" ? test === "true" : undefined,
    },
    page: { sort: sortParam(params, paymentSorts, "newest"), after: one(CURSOR) },
    find: one("q") ?? "",
    stage,
  };
}

/** The counters know states, windows and test payments; of any other filter they say nothing. */
export const countsKnow = ({
  state,
  sending,
  provider,
  debtorId,
  mandateId,
  runId,
}: PaymentFilter): boolean =>
  !(
    sending ||
    provider ||
    debtorId ||
    mandateId ||
    runId ||
    (state !== undefined && typeof state !== "string")
  );
