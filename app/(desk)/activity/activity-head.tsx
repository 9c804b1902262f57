import { getTranslations } from "next-intl/server";
import { PageHead } from "@/components/layout/page-head";
import { TabLinks } from "@/components/ui/tab-links";
import { routes } from "@/lib/routes";

/** The place's name, and its two views. */
export async function ActivityHead({ view }: { view: "submissions" | "events" }) {
  const t = await getTranslations("activity");
  return (
    <>
      <PageHead title={t("title")} />
      <div className="px-7 max-wide:px-4">
        <TabLinks
          label={t("views")}
          tabs={[
            { label: t("submissions"), href: routes.submissions(), current: view === "submissions" },
            { label: t("events"), href: routes.events(), current: view === "events" },
          ]}
        />
      </div>
    </>
  );
}
