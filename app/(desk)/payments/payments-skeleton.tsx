import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/feedback/skeleton";

/** The list's heads and hairlines while its rows are fetched. */
export function PaymentsSkeleton() {
  const t = useTranslations("payments");
  const heads = [
    "debtor",
    "customer",
    "purpose",
    "state",
    "requested",
    "planned",
    "until",
    "amount",
  ] as const;
  return <Skeleton heads={heads.map((head) => t(`columns.${head}`))} rows={12} label={t("loading")} />;
}
