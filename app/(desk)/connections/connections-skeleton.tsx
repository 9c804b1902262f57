import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/feedback/skeleton";

/** The list while it is on its way. */
export function ConnectionsSkeleton() {
  const t = useTranslations("connections");
  return (
    <Skeleton
      heads={[t("columns.name"), t("columns.environment"), t("columns.state"), t("columns.lastOk")]}
      rows={3}
      label={t("title")}
    />
  );
}
