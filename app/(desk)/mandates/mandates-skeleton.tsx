import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/feedback/skeleton";

/** The list's heads and hairlines while its rows are fetched. */
export function MandatesSkeleton() {
  const t = useTranslations("mandates");
  const heads = [
    "debtor",
    "customer",
    "provider",
    "scheme",
    "state",
    "number",
    "evidence",
    "created",
  ] as const;
  return <Skeleton heads={heads.map((head) => t(`columns.${head}`))} rows={12} label={t("loading")} />;
}
