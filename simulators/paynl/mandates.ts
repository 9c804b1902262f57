import type { SimAnswer } from "../kit/simulator";
import { effect, listPage, ordered } from "./answers";
import { mayUse } from "./auth";
import { amsterdamDay, inOrder } from "./calendar";
import { badInput, payError } from "./errors";
import { planDebit } from "./plan";
import { dropPlanned } from "./progress";
import { takeMisfire } from "./scenarios";
import {
  type Credential,
  type Debit,
  locationOf,
  type Mandate,
  nextCode,
  type State,
  visibleUntil,
  type World,
} from "./state";
import { statusRow } from "./statuses";
import { checkMandate } from "./validate";
import { dayStamp, parties, stamp } from "./views";

const optionalDay = (day: string | undefined) => (day === undefined ? null : dayStamp(day));

function daysWith(debits: Debit[], asOf: string | null, wanted: (codes: number[]) => boolean): string[] {
  return debits
    .filter((debit) => {
      const seen = debit.history.filter((one) => asOf === null || one.at <= asOf).map((one) => one.code);
      return seen.length > 0 && wanted(seen);
    })
    .map((debit) => debit.day)
    .sort();
}

/**
 * The mandate object. `last…` is the day of the newest collected debit, `next…` that of the next planned one,
 * `actual…` that of the newest one sent to the bank; PAY explains none of the three.
 */
function mandateView(state: State, mandate: Mandate, asOf: string | null) {
  const debits = mandate.debits.flatMap((code) => state.debits[code] ?? []);
  const deleted = mandate.deletedAt !== null && (asOf === null || mandate.deletedAt <= asOf);
  const { code, serviceId, reference, description, processDate, exchangeUrl, type, interval } = mandate;
  const collected = daysWith(debits, asOf, (codes) => codes.includes(100));
  const open = daysWith(debits, asOf, (codes) => !statusRow(codes.at(-1) ?? 91).settled);
  const sent = daysWith(debits, asOf, (codes) => codes.includes(94) || codes.includes(97));
  return {
    code,
    serviceId,
    reference,
    description,
    processDate,
    exchangeUrl,
    type,
    ...(interval ? { interval } : {}),
    amount: mandate.amount,
    customer: mandate.customer,
    ...parties(state, mandate),
    stats: mandate.stats,
    lastDirectDebitDate: optionalDay(collected.at(-1)),
    nextDirectDebitDate: optionalDay(open[0]),
    actualDirectDebitDate: optionalDay(sent.at(-1)),
    createdAt: stamp(mandate.createdAt),
    createdBy: mandate.createdBy,
    modifiedAt: stamp(mandate.modifiedAt),
    modifiedBy: mandate.modifiedBy,
    deletedAt: deleted && mandate.deletedAt ? stamp(mandate.deletedAt) : null,
    deletedBy: deleted ? mandate.deletedBy : null,
    _links: [
      { href: `/directdebits/mandates/${code}`, rel: "details", type: "GET" },
      { href: "/directdebits/mandates", rel: "self", type: "POST" },
    ],
  };
}

/** The mandate, when these credentials may know of it. */
export function reachable(state: State, credential: Credential, code: string): Mandate | undefined {
  const mandate = Object.hasOwn(state.mandates, code) ? state.mandates[code] : undefined;
  return mandate && mayUse(credential, locationOf(state, mandate)) ? mandate : undefined;
}

function isShown(state: State, mandate: Mandate, asOf: string | null): boolean {
  if (asOf !== null && mandate.createdAt > asOf) return false;
  const gone = mandate.deletedAt !== null && (asOf === null || mandate.deletedAt <= asOf);
  return !(gone && state.settings.hideDeletedMandates);
}

const notFound = (state: State) => payError(state.settings, 404, "Mandate not found.");

/** `POST /v2/directdebits/mandates`: the mandate and its first debit, of which the answer says nothing. */
export function createMandate(world: World, credential: Credential, body: unknown): SimAnswer {
  const { state, save } = world.store;
  const now = world.clock.now();
  const checked = checkMandate(body, amsterdamDay(now), (code) => mayUse(credential, state.locations[code]));
  if (!checked.ok) return badInput(state.settings, checked.violations);
  const input = checked.value;
  const asked = `mandate ${credential.user} ${input.reference} ${input.stats.extra1} ${input.amount.value}`;
  const failure = takeMisfire(state, asked, input.amount.value);
  if (failure) {
    save();
    return ordered(state, failure);
  }
  const at = now.toISOString();
  const mandate: Mandate = {
    code: nextCode(state, "IO"),
    ...input,
    anchor: amsterdamDay(now),
    debits: [],
    endedAt: null,
    createdAt: at,
    createdBy: credential.user,
    modifiedAt: at,
    modifiedBy: credential.user,
    deletedAt: null,
    deletedBy: null,
  };
  state.mandates[mandate.code] = mandate;
  const { amount, processDate, description, stats } = input;
  const order = { amount, processDate, description, stats, isLastOrder: false, by: credential.user };
  const debit = planDebit(state, mandate, order, now);
  save();
  const effects = [
    effect("mandate.created", mandate.code, mandate.reference),
    effect("debit.created", debit.code, stats.extra1),
  ];
  return { status: 201, body: mandateView(state, mandate, null), effect: effects.join("\n") };
}

/** `GET /v2/directdebits/mandates/{IO}`. */
export function getMandate(world: World, credential: Credential, code: string): SimAnswer {
  const { state } = world.store;
  const asOf = visibleUntil(world);
  const mandate = reachable(state, credential, code);
  if (!mandate || !isShown(state, mandate, asOf)) return notFound(state);
  return { status: 200, body: mandateView(state, mandate, asOf) };
}

/** `GET /v2/directdebits/mandates`: not documented, so it can be switched off. Filters are ignored. */
export function listMandates(world: World, credential: Credential, url: URL): SimAnswer {
  const { state } = world.store;
  if (!state.settings.mandateList) return payError(state.settings, 404, "Not found.");
  const asOf = visibleUntil(world);
  const found = Object.values(state.mandates).filter(
    (one) => mayUse(credential, locationOf(state, one)) && isShown(state, one, asOf),
  );
  const view = (one: Mandate) => mandateView(state, one, asOf);
  return listPage(state, url, "mandates", found, (one) => one.code, view);
}

/** `DELETE /v2/directdebits/mandates/{IO}`: planned debits are deleted too, those at the bank run on. */
export function deleteMandate(world: World, credential: Credential, code: string): SimAnswer {
  const { state, save } = world.store;
  const mandate = reachable(state, credential, code);
  if (!mandate || mandate.deletedAt !== null) return notFound(state);
  const at = world.clock.now().toISOString();
  mandate.deletedAt = at;
  mandate.deletedBy = credential.user;
  mandate.modifiedAt = at;
  mandate.modifiedBy = credential.user;
  dropPlanned(state, mandate, at, credential.user);
  save();
  return { status: 204, effect: `mandate.deleted ${mandate.code}` };
}

/** True once a first debit brought its money; a later storno does not undo it. */
export function isActive(state: State, mandate: Mandate): boolean {
  return mandate.debits.some((code) => (state.debits[code]?.collectedAt ?? null) !== null);
}

/** The day of the newest debit of a mandate. */
export function lastDay(state: State, mandate: Mandate): string {
  return mandate.debits
    .map((code) => state.debits[code]?.day ?? "")
    .reduce((latest, day) => inOrder(latest, day)[1], mandate.anchor);
}
