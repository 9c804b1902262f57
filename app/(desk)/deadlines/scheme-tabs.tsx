import { getTranslations } from "next-intl/server";
import type { View } from "@/app/(desk)/deadlines/view";
import { hrefWith } from "@/components/data-table/address";
import { TabLinks } from "@/components/ui/tab-links";

/** The schemes that the creditor collects by, when there are several. */
export async function SchemeTabs({ view }: { view: View }) {
  const t = await getTranslations("deadlines");
  if (view.rules.length < 2) return null;
  return (
    <div className="px-(--margin) pt-2">
      <TabLinks
        label={t("schemes")}
        tabs={view.rules.map(({ rule, label }) => ({
          label: label[view.locale],
          href: hrefWith(view.address, { rule: rule.id }),
          current: rule.id === view.rule.id,
        }))}
      />
    </div>
  );
}
