import { getLocale, getTranslations } from "next-intl/server";
import { activityFilters } from "@/app/(desk)/activity/connection-filter";
import { maySeeActivity } from "@/app/(desk)/activity/may-see-activity";
import { shownStates, type Wishes } from "@/app/(desk)/activity/submissions/wishes";
import { hrefWith } from "@/components/data-table/address";
import { FilterChips } from "@/components/data-table/filter-chips";
import { TabLinks } from "@/components/ui/tab-links";
import type { Ctx } from "@/lib/context";
import { formatNumber } from "@/lib/i18n/format";
import { usedConnections } from "@/lib/mandates/used-connections";
import { countUnknown } from "@/lib/overview/unknowns";

/** The states, the unknown ones counted, and the filters as they stand in the address. */
export async function SubmissionFilters({ ctx, wishes }: { ctx: Ctx; wishes: Wishes }) {
  const { address, filter } = wishes;
  const [t, locale, used, unknown] = await Promise.all([
    getTranslations("activity"),
    getLocale(),
    usedConnections(ctx),
    maySeeActivity(ctx) ? countUnknown(ctx) : null,
  ]);
  const counted = unknown !== null && !filter.connectionId && !filter.subjectId;
  return (
    <>
      <div className="px-7 max-wide:px-4">
        <TabLinks
          label={t("columns.state")}
          tabs={[
            { label: t("all"), href: hrefWith(address, { state: null }), current: !filter.state },
            ...shownStates.map((state) => ({
              label: t(`state.${state}`),
              href: hrefWith(address, { state }),
              current: state === filter.state,
              ...(state === "unknown" && counted ? { count: formatNumber(unknown, locale) } : {}),
            })),
          ]}
        />
      </div>
      <FilterChips
        {...activityFilters(address, filter, used, {
          connection: t("filters.connection"),
          object: t("filters.object"),
        })}
      />
    </>
  );
}
