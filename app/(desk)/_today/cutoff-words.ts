import { cutoffsOfPage } from "@/app/(desk)/_shared/cutoffs-of-page";
import type { Ctx } from "@/lib/context";
import { formatInstant } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";
import { leadingOf, type SchemeCutoff } from "@/lib/overview/cutoffs";

/** The next cut-off on which something hangs, as the strip has it; null before the first agreement. */
export async function leadingCutoff(ctx: Ctx): Promise<SchemeCutoff | null> {
  return leadingOf(await cutoffsOfPage(ctx));
}

/** The next cut-off of a month; null where nothing is collected by months. */
export async function monthlyCutoff(ctx: Ctx): Promise<SchemeCutoff | null> {
  const cutoffs = await cutoffsOfPage(ctx);
  return cutoffs.find((one) => one.window) ?? null;
}

/** The scheme and the instant with its city, for a sentence. */
export const cutoffWords = (cutoff: SchemeCutoff, locale: Locale) => ({
  scheme: cutoff.label[locale],
  instant: formatInstant(cutoff.cutoffAt, locale, cutoff.rule.zone),
});
