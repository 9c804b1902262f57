import { useTranslations } from "next-intl";
import { Skeleton } from "@/components/feedback/skeleton";
import { PageHead } from "@/components/layout/page-head";

/** The year's lines while they are on their way. */
export default function DeadlinesLoading() {
  const t = useTranslations("calendar");
  const heads = [t("cutoff"), t("processed"), t("collected"), t("source")];
  return (
    <>
      <PageHead title={useTranslations("deadlines")("title")} />
      <Skeleton heads={heads} rows={12} label={t("nextOne")} />
    </>
  );
}
