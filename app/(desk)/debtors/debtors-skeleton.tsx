import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/feedback/skeleton";

/** The list's heads and hairlines while its rows are fetched. */
export function DebtorsSkeleton() {
  const t = useTranslations("debtors");
  const heads = ["name", "customer", "kind", "mandates", "email", "created"] as const;
  return <Skeleton heads={heads.map((head) => t(`columns.${head}`))} rows={12} label={t("loading")} />;
}
