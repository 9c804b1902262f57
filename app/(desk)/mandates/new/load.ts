import { getLocale } from "next-intl/server";
import { oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { type ChangeOutlook, changeOutlook } from "@/lib/account-changes/outlook";
import { type TextChoice, textChoices } from "@/lib/consents/texts";
import type { Ctx } from "@/lib/context";
import type { DebtorRow } from "@/lib/debtors/columns";
import { getDebtor } from "@/lib/debtors/get";
import { listDebtors } from "@/lib/debtors/list";
import { type DraftState, draftState } from "@/lib/drafts/open";
import type { Reader } from "@/lib/i18n/writer";
import type { MandateRow } from "@/lib/mandates/columns";
import { getMandate } from "@/lib/mandates/get";
import { type KnownMandate, knownMandates } from "@/lib/mandates/known";
import { mandateOffers, type Offer } from "@/lib/mandates/offer";
import { ruleOf } from "@/lib/payments/schedule";
import { routes } from "@/lib/routes";

const FOUND = 8;

export interface NewMandateView {
  offers: readonly Offer[];
  /** The agreement chosen; null when none can be used. */
  offer: Offer | null;
  debtor: DebtorRow | null;
  /** The debtor's mandates, and others of the same person, for what they say about a new one. */
  known: readonly KnownMandate[];
  /** A mandate that failed, whose form is corrected. */
  from: MandateRow | null;
  find: string | undefined;
  found: readonly DebtorRow[];
  /** The mandate whose account is changed, with what that comes to; null for a new one. */
  change: ChangeOutlook | null;
  /** What was typed so far; with its id even before the first save. */
  draft: DraftState;
  /** The texts the debtor can have agreed to. */
  texts: readonly TextChoice[];
  reader: Reader;
}

/** Reads what the address asks for: whom, under which agreement, what is corrected, changed or gone on with. */
export async function loadNewMandate(ctx: Ctx, params: SearchParams): Promise<NewMandateView> {
  const draft = await draftState(ctx, oneParam(params, "draft"));
  const fromId = oneParam(params, "from") ?? draft.fromId;
  const changeId = oneParam(params, "change") ?? draft.changeOf;
  const [locale, offers, from, change] = await Promise.all([
    getLocale(),
    mandateOffers(ctx),
    fromId ? getMandate(ctx, fromId) : null,
    changeId ? changeOutlook(ctx, changeId) : null,
  ]);
  const wanted =
    change?.mandate.agreementId ?? oneParam(params, "agreement") ?? draft.agreementId ?? from?.agreementId;
  const usable = offers.filter((one) => one.agreement.state === "active");
  const offer = usable.find((one) => one.agreement.id === wanted) ?? usable[0] ?? null;
  const debtorId = change?.mandate.debtorId ?? chosenDebtor(params, draft, from);
  const find = debtorId ? undefined : oneParam(params, "q");
  const scheme = offer?.provider.schemes.find((one) => one.code === offer.agreement.scheme);
  const [debtor, known, found, texts] = await Promise.all([
    debtorId ? getDebtor(ctx, debtorId) : null,
    debtorId ? knownMandates(ctx, { debtorId, form: [], values: {} }) : [],
    find ? listDebtors(ctx, { search: find }, { limit: FOUND }) : null,
    scheme ? textChoices(ctx, scheme) : [],
  ]);
  const zone = offer ? ruleOf(offer.provider, offer.agreement.scheme).zone : "Europe/Copenhagen";
  const reader: Reader = { locale, zone, now: ctx.clock.now() };
  return {
    offers,
    offer,
    debtor,
    known,
    from,
    change,
    draft,
    find,
    found: found?.rows ?? [],
    texts,
    reader,
  };
}

/** An empty `debtor` in the address means: another one than before. */
function chosenDebtor(params: SearchParams, draft: DraftState, from: MandateRow | null): string | undefined {
  const named = oneParam(params, "debtor");
  if (named !== undefined || params.debtor === "") return named || undefined;
  return draft.debtorId ?? from?.debtorId ?? undefined;
}

/** The same page with another choice; what is not named stays as it is. */
export function newMandateHref(
  view: Pick<NewMandateView, "offer" | "debtor" | "from" | "draft" | "change">,
  choice: { agreement?: string; debtor?: string | null },
): string {
  const { offer, debtor, from, draft, change } = view;
  const chosen = choice.debtor === undefined ? debtor?.id : choice.debtor;
  const query = new URLSearchParams();
  if (chosen) query.set("debtor", chosen);
  else if (choice.debtor === null) query.set("debtor", "");
  const agreement = choice.agreement ?? offer?.agreement.id;
  if (agreement) query.set("agreement", agreement);
  if (from) query.set("from", from.id);
  if (change) query.set("change", change.mandate.id);
  query.set("draft", draft.id);
  return `${routes.newMandate()}?${query}`;
}
