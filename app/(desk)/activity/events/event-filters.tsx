import { getLocale, getTranslations } from "next-intl/server";
import { clockOrDay, DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { activityFilters } from "@/app/(desk)/activity/connection-filter";
import type { Wishes } from "@/app/(desk)/activity/events/wishes";
import { maySeeActivity } from "@/app/(desk)/activity/may-see-activity";
import { hrefWith } from "@/components/data-table/address";
import { FilterChips } from "@/components/data-table/filter-chips";
import { Mark } from "@/components/ui/mark";
import { TabLinks } from "@/components/ui/tab-links";
import type { Ctx } from "@/lib/context";
import { formatNumber } from "@/lib/i18n/format";
import { usedConnections } from "@/lib/mandates/used-connections";
import { eventStates } from "@/lib/messages/events";
import { activityFigures, type Refused } from "@/lib/overview/activity";

/** The states, those that want somebody counted, the filters, and how much was refused as forged. */
export async function EventFilters({ ctx, wishes }: { ctx: Ctx; wishes: Wishes }) {
  const { address, filter } = wishes;
  const [t, locale, used, figures] = await Promise.all([
    getTranslations("activity"),
    getLocale(),
    usedConnections(ctx),
    maySeeActivity(ctx) ? activityFigures(ctx) : null,
  ]);
  const counted = figures && !filter.connectionId && !filter.subjectId ? figures : null;
  const refused = (figures?.refused ?? []).filter(
    ({ connectionId }) => !filter.connectionId || connectionId === filter.connectionId,
  );
  return (
    <>
      <div className="px-7 max-wide:px-4">
        <TabLinks
          label={t("columns.state")}
          tabs={[
            { label: t("all"), href: hrefWith(address, { state: null }), current: !filter.state },
            ...eventStates.map((state) => ({
              label: t(`event.state.${state}`),
              href: hrefWith(address, { state }),
              current: state === filter.state,
              ...(counted && state !== "done" ? { count: formatNumber(counted[state], locale) } : {}),
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
      {refused.length > 0 ? <RefusedNote ctx={ctx} refused={refused} /> : null}
    </>
  );
}

async function RefusedNote({ ctx, refused }: { ctx: Ctx; refused: readonly Refused[] }) {
  const [t, locale] = await Promise.all([getTranslations("activity.event"), getLocale()]);
  const reader = { locale, zone: DESK_ZONE, now: ctx.clock.now() };
  return (
    <section className="px-7 pb-3 max-wide:px-4" aria-labelledby="refused">
      <h2 id="refused" className="t-strong flex items-center gap-2">
        <Mark name="failed" /> {t("refused")} <span className="t-small text-ink-2">{t("refusedNote")}</span>
      </h2>
      <ul>
        {refused.map(({ connectionId, connection, count, lastAt }) => (
          <li key={connectionId}>
            {t("refusedOf", {
              connection,
              count: formatNumber(count, locale),
              when: clockOrDay(lastAt, reader),
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
