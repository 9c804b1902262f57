import { getLocale, getTranslations } from "next-intl/server";
import { DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { type Act, actsFor, actsOf, actTyped, forDebtors } from "@/app/api/desk/search/acts";
import type { RankedGroup } from "@/app/api/desk/search/ranked-group";
import { recordGroups } from "@/app/api/desk/search/record-options";
import type { SearchAnswer, SearchOption, SearchQuestion } from "@/components/search/answer";
import type { Ctx } from "@/lib/context";
import type { Reader } from "@/lib/i18n/writer";
import { recentRecords } from "@/lib/search/recent-records";
import { searchEverything } from "@/lib/search/search-everything";

/** What a person sees for what was typed; with nothing typed, where to go and what was open before. */
export async function answerTo(ctx: Ctx, { query, recent }: SearchQuestion): Promise<SearchAnswer> {
  const t = await getTranslations("search");
  const acts = await actsOf(ctx);
  const text = query.trim();
  const groups = text === "" ? await atRest(ctx, acts, recent) : await forText(ctx, acts, text);
  const options = groups.groups.reduce((sum, group) => sum + group.options.length, 0);
  return {
    groups: groups.groups.map(({ key, label, options: shown }) => ({ key, label, options: shown })),
    said: t("found", { count: options }),
    ...(groups.secretsLeftOut ? { note: t("secrets") } : {}),
    ...(options === 0 ? { nothing: { title: t("nothing"), hint: t("hint") } } : {}),
    hints: [
      { key: "↑↓", text: t("keys.move") },
      { key: "↵", text: t("keys.open") },
      { key: "Esc", text: t("keys.close") },
    ],
  };
}

interface Grouped {
  groups: RankedGroup[];
  secretsLeftOut: boolean;
}

async function readerOf(ctx: Ctx): Promise<Reader> {
  return { locale: await getLocale(), zone: DESK_ZONE, now: ctx.clock.now() };
}

async function atRest(ctx: Ctx, acts: readonly Act[], ids: readonly string[]): Promise<Grouped> {
  const t = await getTranslations("search");
  const groups = await recordGroups(ctx, await recentRecords(ctx, ids), await readerOf(ctx));
  // One list, the last opened first: here it does not matter what kind of record it was.
  const rank = (option: SearchOption) => ids.indexOf(option.id);
  const options = groups.flatMap((group) => group.options).sort((a, b) => rank(a) - rank(b));
  const recent = { key: "recent", label: t("groups.recent"), options, rank: 100 };
  return { groups: filled([recent, ...actsFor(acts, "", t)]), secretsLeftOut: false };
}

async function forText(ctx: Ctx, acts: readonly Act[], text: string): Promise<Grouped> {
  const t = await getTranslations("search");
  // "new mandate mette": the act is typed already, and the rest says for whom.
  const typed = actTyped(acts, text);
  const result = await searchEverything(ctx, { query: typed?.rest ?? text });
  const groups = [
    ...(await recordGroups(ctx, result, await readerOf(ctx))),
    forDebtors(ctx, result.debtors, typed?.act.key, t),
    ...actsFor(acts, text, t),
  ];
  return { groups: filled(joined(groups)), secretsLeftOut: result.secretsLeftOut };
}

/** What can be done for a debtor and what can be done at all are one group. */
function joined(groups: readonly RankedGroup[]): RankedGroup[] {
  const byKey = new Map<string, RankedGroup>();
  for (const group of groups) {
    const before = byKey.get(group.key);
    byKey.set(group.key, before ? { ...before, options: [...before.options, ...group.options] } : group);
  }
  return [...byKey.values()];
}

/** Without the empty ones, the likeliest first. */
const filled = (groups: readonly RankedGroup[]): RankedGroup[] =>
  groups.filter((group) => group.options.length > 0).sort((a, b) => b.rank - a.rank);
