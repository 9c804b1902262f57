import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/feedback/skeleton";

/** The list's heads and hairlines while its rows are fetched. */
export function RunsSkeleton() {
  const t = useTranslations("runs.list");
  const today = useTranslations("today");
  const heads = ["name", "state", "by", "approvedBy", "made"] as const;
  return <Skeleton heads={heads.map((head) => t(head))} rows={6} label={today("loading")} />;
}
