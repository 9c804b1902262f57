import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { selectionWords } from "@/app/(desk)/_shared/selection-words";
import { replaySelectedAction } from "@/app/(desk)/activity/events/actions";
import { eventColumns } from "@/app/(desk)/activity/events/event-columns";
import type { Wishes } from "@/app/(desk)/activity/events/wishes";
import { namesOf } from "@/app/(desk)/activity/names";
import { hrefWith } from "@/components/data-table/address";
import { DataTable } from "@/components/data-table/data-table";
import { SelectionBar } from "@/components/data-table/selection-bar";
import { TableFoot } from "@/components/data-table/table-foot";
import { Empty } from "@/components/feedback/empty";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { asRoute } from "@/components/ui/as-route";
import { ButtonLink } from "@/components/ui/button";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { usedConnections } from "@/lib/mandates/used-connections";
import { listEvents } from "@/lib/messages/events";
import { routes } from "@/lib/routes";

const ticks = { form: "replay-selected", name: "message" };

/** One page of what came in. Parked ones can be ticked and replayed together. */
export async function EventList({ ctx, wishes }: { ctx: Ctx; wishes: Wishes }) {
  const { address, page, filter } = wishes;
  const [t, states, table, common, locale, found, used] = await Promise.all([
    getTranslations("activity"),
    getTranslations("states"),
    getTranslations("table"),
    getTranslations("common"),
    getLocale(),
    pageOf(ctx, wishes),
    usedConnections(ctx),
  ]);
  const names = await namesOf(
    ctx,
    found.rows.map((row) => row.subjectId),
  );
  const connections = new Map(used.map(({ id, name }) => [id, name]));
  const reader = { locale, zone: DESK_ZONE, now: ctx.clock.now() };
  const mayReplay =
    filter.state === "parked" && found.rows.length > 0 && ctx.permissions.has("messages.replay");
  const selection = mayReplay ? (
    <SelectionBar
      {...ticks}
      action={replaySelectedAction}
      locale={locale}
      words={selectionWords(table, states)}
    >
      <SubmitButton working={t("event.replaying")}>{t("event.replayMany")}</SubmitButton>
      <FormOutcome close={common("close")} />
    </SelectionBar>
  ) : undefined;
  return (
    <>
      <DataTable
        caption={t("events")}
        columns={eventColumns({ words: t, states, names, connections, reader })}
        rows={found.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => routes.event(row.id)}
        address={address}
        sort={page.sort}
        {...(mayReplay ? { select: ticks } : {})}
        empty={<NoEvents wishes={wishes} />}
      />
      <TableFoot
        hints={mayReplay ? ["move", "select", "open", "filter"] : ["move", "open", "filter"]}
        paging={{ address, next: found.next }}
        selection={selection}
      />
    </>
  );
}

/** A position from another order, or one that was typed, begins at the first row again. */
async function pageOf(ctx: Ctx, { filter, page, address }: Wishes) {
  try {
    return await listEvents(ctx, filter, page);
  } catch (error) {
    if (error instanceof AppError && error.code === "invalid") redirect(asRoute(hrefWith(address, {})));
    throw error;
  }
}

async function NoEvents({ wishes: { filter } }: { wishes: Wishes }) {
  const t = await getTranslations("activity.empty");
  const clear = <ButtonLink href={routes.events()}>{t("removeFilters")}</ButtonLink>;
  if (filter.connectionId || filter.subjectId) return <Empty action={clear}>{t("filtered")}</Empty>;
  if (filter.state === "parked") return <Empty>{t("parked")}</Empty>;
  return filter.state ? <Empty action={clear}>{t("filtered")}</Empty> : <Empty>{t("events")}</Empty>;
}
