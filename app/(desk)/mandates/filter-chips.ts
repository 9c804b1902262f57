import { getTranslations } from "next-intl/server";
import type { Wishes } from "@/app/(desk)/mandates/wishes";
import { hrefWith } from "@/components/data-table/address";
import type { FilterChip } from "@/components/data-table/filter-chips";
import type { Ctx } from "@/lib/context";
import { getDebtor } from "@/lib/debtors/get";
import { AppError } from "@/lib/kernel/errors";
import type { UsedConnection } from "@/lib/mandates/used-connections";

/** The filters in force, each with its way out; the state has its tabs. */
export async function chipsOf(
  ctx: Ctx,
  { address, filter }: Wishes,
  used: readonly UsedConnection[],
): Promise<FilterChip[]> {
  const [t, person] = await Promise.all([
    getTranslations("mandates.filters"),
    filter.debtorId ? debtorName(ctx, filter.debtorId) : "",
  ]);
  const chip = (name: string, label: string, value: string): FilterChip => ({
    label,
    value,
    removeHref: hrefWith(address, { [name]: null }),
  });
  const { customerNumber, sending, provider, connectionId } = filter;
  const found = [
    customerNumber ? chip("q", t("found"), customerNumber) : null,
    sending === "sending" || sending === "unknown"
      ? chip("sending", t("sending"), t(`sendingIs.${sending}`))
      : null,
    provider ? chip("provider", t("provider"), ctx.providers[provider]?.label ?? provider) : null,
    connectionId
      ? chip("connection", t("connection"), used.find((one) => one.id === connectionId)?.name ?? connectionId)
      : null,
    filter.debtorId ? chip("debtor", t("debtor"), person) : null,
    filter.withoutDebtor ? chip("debtor", t("withoutDebtor"), t("withoutDebtorIs")) : null,
  ];
  return found.filter((one) => one !== null);
}

async function debtorName(ctx: Ctx, id: string): Promise<string> {
  try {
    return (await getDebtor(ctx, id)).name;
  } catch (error) {
    if (error instanceof AppError) return id;
    throw error;
  }
}
