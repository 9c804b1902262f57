import type { Ctx } from "@/lib/context";
import { formatInstant } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";
import { nextCutoffs, type SchemeCutoff } from "@/lib/overview/cutoffs";

/** The cut-off that the desk lives by: the next monthly one, else the next of all; null before the first agreement. */
export async function leadingCutoff(ctx: Ctx): Promise<SchemeCutoff | null> {
  const cutoffs = await nextCutoffs(ctx);
  return cutoffs.find((one) => one.rule.kind === "monthly") ?? cutoffs[0] ?? null;
}

/** The scheme and the instant with its city, for a sentence. */
export const cutoffWords = (cutoff: SchemeCutoff, locale: Locale) => ({
  scheme: cutoff.label[locale],
  instant: formatInstant(cutoff.cutoffAt, locale, cutoff.rule.zone),
});
