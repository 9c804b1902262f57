import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LivePage } from "@/app/(desk)/_shared/live-page";
import { clockOrDay, DESK_ZONE } from "@/app/(desk)/_shared/moment";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import { rawMessage } from "@/app/(desk)/_shared/raw-message";
import { RecordSection } from "@/app/(desk)/_shared/record-section";
import { EventActions } from "@/app/(desk)/activity/events/[id]/event-actions";
import { EventOutcome } from "@/app/(desk)/activity/events/[id]/event-outcome";
import { eventMarks } from "@/app/(desk)/activity/events/event-columns";
import { effectText, hintText } from "@/app/(desk)/activity/events/event-words";
import { namesOf } from "@/app/(desk)/activity/names";
import { ObjectLink } from "@/app/(desk)/activity/object-link";
import { requireSignedIn } from "@/app/session";
import { RawMessage } from "@/components/record/raw-message";
import { RecordHead } from "@/components/record/record-head";
import { findConnection } from "@/lib/connections/open-line";
import type { Reader } from "@/lib/i18n/writer";
import { hintsOf } from "@/lib/inbox/hints";
import { getEvent, versionOf } from "@/lib/messages/events";
import { routes } from "@/lib/routes";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activity");
  return { title: t("events") };
}

/** One message in: as it came, what it told us to read, what that did, and what can be done about it. */
export default async function EventPage({ params }: Props) {
  const [{ ctx }, { id }, t, states, words, locale] = await Promise.all([
    requireSignedIn(),
    params,
    getTranslations("activity"),
    getTranslations("states"),
    getTranslations("record"),
    getLocale(),
  ]);
  const event = await orNotFound(getEvent(ctx, id));
  const [names, connection] = await Promise.all([
    namesOf(ctx, [event.subjectId, ...(event.outcome ?? []).map(({ subjectId }) => subjectId)]),
    findConnection(ctx.db.read, ctx.creditorId, event.connectionId),
  ]);
  const reader: Reader = { locale, zone: DESK_ZONE, now: ctx.clock.now() };
  const hints = hintsOf(event);
  return (
    <>
      {event.state === "waiting" ? (
        <LivePage url={routes.eventVersion(id)} version={versionOf(event)} />
      ) : null}
      <RecordHead
        crumbs={[{ label: t("events"), href: routes.events() }, { label: event.title }]}
        mark={eventMarks[event.state]}
        sentence={`${t(`event.state.${event.state}`)}: ${event.title}`}
        lead={effectText(event, t, states)}
        facts={[
          { label: t("columns.received"), value: clockOrDay(event.at, reader) },
          { label: t("columns.connection"), value: connection.name },
          {
            label: t("columns.object"),
            value: event.subjectId ? (
              <ObjectLink id={event.subjectId} subject={names.get(event.subjectId)} />
            ) : (
              t("event.nobody")
            ),
          },
          {
            label: t("columns.signature"),
            value: t(event.authenticity === "signed" ? "event.signed" : "event.unsigned"),
          },
          { label: t("columns.repeats"), value: String(event.repeats) },
          ...(event.tries > 0 ? [{ label: t("event.tries"), value: String(event.tries) }] : []),
          ...(event.nextAt ? [{ label: t("event.next"), value: clockOrDay(event.nextAt, reader) }] : []),
        ]}
      />
      <EventActions ctx={ctx} event={event} />
      <RecordSection title={t("event.hints")}>
        <p className="t-small text-ink-2">{t("event.hintsNote")}</p>
        <ul>
          {hints.length === 0 ? <li>{t("event.noHints")}</li> : null}
          {hints.map((hint) => (
            <li key={JSON.stringify(hint)}>{hintText(hint, t)}</li>
          ))}
        </ul>
      </RecordSection>
      <EventOutcome event={event} names={names} />
      <RecordSection title={t("event.raw")}>
        <p className="t-small text-ink-2">{t("event.rawNote")}</p>
        <RawMessage {...rawMessage(event, words)} open />
      </RecordSection>
    </>
  );
}
