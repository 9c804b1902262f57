import { getLocale, getTranslations } from "next-intl/server";
import type { LiveCheck } from "@/app/api/desk/mandate-check/live-check";
import type { Ctx } from "@/lib/context";
import { formatDay } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/instant";
import type { MandateRow } from "@/lib/mandates/columns";
import type { KnownMandate } from "@/lib/mandates/known";
import type { Offer } from "@/lib/mandates/offer";
import { ruleOf } from "@/lib/payments/schedule";
import { routes } from "@/lib/routes";

const liveStates = ["invited", "pending", "active", "suspended"];
const isLive = (mandate: MandateRow) => liveStates.includes(mandate.state) || mandate.sending !== "none";

/**
 * Whether there is a mandate already: the debtor's own under this agreement would be refused; elsewhere, or of somebody
 * else with the same account or number, it is worth a look; and why an earlier one is over. Null while nobody is known.
 */
export async function duplicateCheck(
  ctx: Pick<Ctx, "providers" | "clock">,
  offer: Offer,
  known: readonly KnownMandate[],
  /** The mandates that are being corrected or replaced. */
  besides: readonly (string | null | undefined)[] = [],
): Promise<LiveCheck> {
  const [t, states, locale] = await Promise.all([
    getTranslations("newMandate.who"),
    getTranslations("states.mandate"),
    getLocale(),
  ]);
  const others = known.filter((one) => !besides.includes(one.mandate.id));
  const live = others.filter((one) => isLive(one.mandate));
  const own = live.filter((one) => one.by === "debtor");
  const here = own.find((one) => one.mandate.agreementId === offer.agreement.id);
  const told = ({ mandate }: KnownMandate) => ({
    state: states(mandate.state).toLocaleLowerCase(locale),
    provider: ctx.providers[mandate.provider]?.label ?? mandate.provider,
    name: mandate.debtorName,
    number: mandate.customerNumber,
  });
  const look = (kind: LiveCheck["kind"], { mandate }: KnownMandate, text: string): LiveCheck => ({
    kind,
    text,
    href: routes.mandate(mandate.id),
  });
  if (here) return look("wrong", here, t("live", told(here)));
  const elsewhere = own[0];
  if (elsewhere) return look("attention", elsewhere, t("liveElsewhere", told(elsewhere)));
  const shared = live.find((one) => one.by === "account");
  if (shared) return look("attention", shared, t("liveAccount", told(shared)));
  const person = live.find((one) => one.by === "identity");
  if (person) return look("attention", person, t("livePerson", told(person)));
  const over = others.find((one) => ["ended", "failed"].includes(one.mandate.state));
  if (over) return look("attention", over, await overText(ctx, over.mandate));
  return { kind: "passed", text: t("clear") };
}

/** When the last one was over, by whom, and what was said. */
async function overText(ctx: Pick<Ctx, "providers" | "clock">, mandate: MandateRow): Promise<string> {
  const [t, who, locale] = await Promise.all([
    getTranslations("newMandate.who"),
    getTranslations("mandate.who"),
    getLocale(),
  ]);
  const module = ctx.providers[mandate.provider];
  const { zone } = ruleOf(module, mandate.scheme);
  const day = formatDay(dayIn(mandate.updatedAt, zone), locale, { year: dayIn(ctx.clock.now(), zone) });
  const provider = module?.label ?? mandate.provider;
  if (mandate.state === "ended")
    return t("overEnded", { provider, day, who: who(mandate.endedBy ?? "unsaid") });
  const what = mandate.reasonCode ? module?.reasons[mandate.reasonCode]?.what[locale] : undefined;
  return t("overFailed", { provider, day, what: what ?? mandate.reasonText ?? "" });
}
