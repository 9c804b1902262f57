import { getLocale } from "next-intl/server";
import { oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import type { Consent } from "@/db/tables/nouns";
import type { Ctx } from "@/lib/context";
import type { DebtorRow } from "@/lib/debtors/columns";
import { getDebtor } from "@/lib/debtors/get";
import { listDebtors } from "@/lib/debtors/list";
import { debtorMandates } from "@/lib/debtors/mandates";
import type { DebtorMandate } from "@/lib/debtors/standing";
import type { Reader } from "@/lib/i18n/writer";
import type { MandateRow } from "@/lib/mandates/columns";
import { getMandate } from "@/lib/mandates/get";
import { listMandates } from "@/lib/mandates/list";
import { mandateOffers, type Offer } from "@/lib/mandates/offer";
import { ruleOf } from "@/lib/payments/schedule";
import { routes } from "@/lib/routes";

const FOUND = 8;

export interface NewMandateView {
  offers: readonly Offer[];
  /** The agreement chosen; null when none can be used. */
  offer: Offer | null;
  debtor: DebtorRow | null;
  /** The debtor's mandates, for what they say about a new one. */
  mandates: readonly DebtorMandate[];
  /** A mandate that failed, whose form is corrected. */
  from: MandateRow | null;
  find: string | undefined;
  found: readonly DebtorRow[];
  /** The consent recorded last under this connection: its wording is probably this one's too. */
  lastConsent: Consent | null;
  reader: Reader;
}

/** Reads what the address asks for: whom, under which agreement, and what is corrected. */
export async function loadNewMandate(ctx: Ctx, params: SearchParams): Promise<NewMandateView> {
  const fromId = oneParam(params, "from");
  const [locale, offers, from] = await Promise.all([
    getLocale(),
    mandateOffers(ctx),
    fromId ? getMandate(ctx, fromId) : null,
  ]);
  const wanted = oneParam(params, "agreement") ?? from?.agreementId;
  const usable = offers.filter((one) => one.agreement.state === "active");
  const offer = usable.find((one) => one.agreement.id === wanted) ?? usable[0] ?? null;
  const debtorId = oneParam(params, "debtor") ?? from?.debtorId ?? undefined;
  const find = debtorId ? undefined : oneParam(params, "q");
  const [debtor, mandates, found, lastConsent] = await Promise.all([
    debtorId ? getDebtor(ctx, debtorId) : null,
    debtorId ? debtorMandates(ctx, debtorId) : [],
    find ? listDebtors(ctx, { search: find }, { limit: FOUND }) : null,
    offer ? consentBefore(ctx, offer) : null,
  ]);
  const zone = offer ? ruleOf(offer.provider, offer.agreement.scheme).zone : "Europe/Copenhagen";
  const reader: Reader = { locale, zone, now: ctx.clock.now() };
  return { offers, offer, debtor, mandates, from, find, found: found?.rows ?? [], lastConsent, reader };
}

async function consentBefore(ctx: Ctx, { connection }: Offer): Promise<Consent | null> {
  const { rows } = await listMandates(ctx, { connectionId: connection.id }, { limit: 20 });
  return rows.find((row) => row.consent !== null)?.consent ?? null;
}

/** The same page with another choice; what is not named stays as it is. */
export function newMandateHref(
  { offer, debtor, from }: Pick<NewMandateView, "offer" | "debtor" | "from">,
  change: { agreement?: string; debtor?: string | null },
): string {
  const chosen = change.debtor === undefined ? debtor?.id : change.debtor;
  const query = new URLSearchParams();
  if (chosen) query.set("debtor", chosen);
  const agreement = change.agreement ?? offer?.agreement.id;
  if (agreement) query.set("agreement", agreement);
  if (from) query.set("from", from.id);
  const text = query.toString();
  return text ? `${routes.newMandate()}?${text}` : routes.newMandate();
}
