import type { SimAnswer } from "../kit/simulator";
import { effect, listPage, ordered } from "./answers";
import { amsterdamDay } from "./calendar";
import { badInput, payError } from "./errors";
import { isActive, lastDay, reachable } from "./mandates";
import { planDebit } from "./plan";
import { takeMisfire } from "./scenarios";
import { isDormant } from "./schedule";
import {
  type Credential,
  type Debit,
  type Mandate,
  type State,
  type StatusChange,
  statusOf,
  visibleUntil,
  type World,
} from "./state";
import { declineName, statusRow } from "./statuses";
import { checkDebit } from "./validate";
import { dayStamp, parties, stamp } from "./views";

/** Field names, number or text, object or null: PAY's guide and its users disagree, so the settings choose. */
function declineView(state: State, decline: StatusChange["decline"]) {
  const { declineNameField, declineCodeType, declineWhenNone, administrativeCode } = state.settings;
  if (!decline && declineWhenNone === "null") return null;
  const own = decline?.code ?? 0;
  const code = own === 109 || own === 119 ? administrativeCode : own;
  return {
    code: declineCodeType === "text" ? String(code) : code,
    [declineNameField]: decline ? declineName(code) : "",
    date: decline ? stamp(decline.at) : null,
  };
}

function debitView(state: State, mandate: Mandate, debit: Debit, status: StatusChange) {
  const row = statusRow(status.code);
  const { promotorId: _, ...stats } = debit.stats;
  return {
    id: debit.code,
    description: debit.description,
    url: "https://pay.nl",
    processDate: dayStamp(debit.day),
    orderId: debit.orderId,
    paymentSessionId: debit.paymentSessionId,
    type: mandate.type,
    amount: debit.amount,
    status: { code: status.code, action: row.action, phase: row.phase },
    declined: status.decline !== null,
    decline: declineView(state, status.decline),
    bankAccount: mandate.customer.bankAccount,
    mandate: { code: mandate.code, description: mandate.description, reference: mandate.reference },
    ...parties(state, mandate),
    stats,
    createdAt: stamp(debit.createdAt),
    createdBy: debit.createdBy,
    modifiedAt: stamp(status.at),
    modifiedBy: status.by,
    deletedAt: status.code === 103 ? stamp(status.at) : null,
    deletedBy: status.code === 103 ? status.by : null,
    _links: [
      { href: `/directdebits/${debit.code}`, rel: "details", type: "GET" },
      { href: "/directdebits", rel: "self", type: "POST" },
    ],
  };
}

/** Why a debit cannot be added to a mandate, or null. */
function refusal(state: State, mandate: Mandate | undefined, today: string): string | null {
  if (!mandate) return "Mandate not found.";
  if (mandate.type !== "FLEXIBLE") return "Debits can only be added to a flexible mandate.";
  if (mandate.deletedAt !== null) return "The mandate is deleted.";
  if (mandate.endedAt !== null) return "The mandate has ended.";
  if (!isActive(state, mandate)) return "The mandate is not active.";
  if (isDormant(lastDay(state, mandate), today)) return "The mandate was not used for 36 months.";
  return null;
}

/** `POST /v2/directdebits`: one more debit on an active FLEXIBLE mandate. */
export function addDebit(world: World, credential: Credential, body: unknown): SimAnswer {
  const { state, save } = world.store;
  const now = world.clock.now();
  const today = amsterdamDay(now);
  const checked = checkDebit(body, today);
  if (!checked.ok) return badInput(state.settings, checked.violations);
  const input = checked.value;
  const mandate = reachable(state, credential, input.mandate);
  const why = refusal(state, mandate, today);
  if (!mandate || why !== null)
    return badInput(state.settings, [{ propertyPath: "mandate", message: why ?? "", code: "PAY-2010" }]);

  const asked = `debit ${mandate.code} ${input.stats.extra1} ${input.amount.value}`;
  const failure = takeMisfire(state, asked, input.amount.value);
  if (failure) {
    save();
    return ordered(state, failure);
  }
  const { amount, processDate, stats, isLastOrder } = input;
  const description = input.description ?? mandate.description;
  const order = { amount, processDate, description, stats, isLastOrder, by: credential.user };
  const debit = planDebit(state, mandate, order, now);
  mandate.modifiedAt = now.toISOString();
  mandate.modifiedBy = credential.user;
  if (isLastOrder) mandate.endedAt = now.toISOString();
  save();
  const status = statusOf(debit);
  if (!status) throw new Error(`${debit.code} has no status`);
  const answer = debitView(state, mandate, debit, status);
  return { status: 201, body: answer, effect: effect("debit.created", debit.code, stats.extra1) };
}

/** `GET /v2/directdebits/{IL}`: the bare object. */
export function getDebit(world: World, credential: Credential, code: string): SimAnswer {
  const { state } = world.store;
  const debit = Object.hasOwn(state.debits, code) ? state.debits[code] : undefined;
  const mandate = debit && reachable(state, credential, debit.mandate);
  const status = debit && statusOf(debit, visibleUntil(world));
  if (!mandate || !status) return payError(state.settings, 404, "Direct debit not found.");
  return { status: 200, body: debitView(state, mandate, debit, status) };
}

/** `GET /v2/directdebits?mandate[eq]={IO}`. Other filters are not known to exist and are ignored. */
export function listDebits(world: World, credential: Credential, url: URL): SimAnswer {
  const { state } = world.store;
  const asOf = visibleUntil(world);
  const wanted = url.searchParams.get("mandate[eq]");
  const codes =
    wanted === null ? Object.keys(state.debits) : (reachable(state, credential, wanted)?.debits ?? []);
  const found = codes.flatMap((code) => {
    const debit = state.debits[code];
    const mandate = debit && reachable(state, credential, debit.mandate);
    const status = debit && statusOf(debit, asOf);
    return mandate && status ? [{ debit, mandate, status }] : [];
  });
  const view = (one: (typeof found)[number]) => debitView(state, one.mandate, one.debit, one.status);
  return listPage(state, url, "directdebits", found, (one) => one.debit.code, view);
}
