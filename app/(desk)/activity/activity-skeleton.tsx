import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/feedback/skeleton";

const heads = {
  submissions: ["wanted", "what", "object", "connection", "state", "sent", "answer", "verdict"],
  events: ["received", "title", "object", "connection", "state", "effect"],
} as const;

/** A view's heads and hairlines while its rows are fetched. */
export function ActivitySkeleton({ view }: { view: keyof typeof heads }) {
  const t = useTranslations("activity");
  return <Skeleton heads={heads[view].map((head) => t(`columns.${head}`))} rows={12} label={t("loading")} />;
}
