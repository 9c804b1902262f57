import { getTranslations } from "next-intl/server";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import type { ConnectionView } from "@/app/(desk)/connections/[id]/load";
import { expiryText } from "@/app/(desk)/connections/words";
import { Anchor } from "@/components/ui/anchor";
import { CopyText } from "@/components/ui/copy-text";
import { type Fact, Facts } from "@/components/ui/facts";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/instant";

const FINGERPRINT_SHOWN = 24;

/** Where it leads, what is known of its credential, and where its events come to. Nothing here is secret. */
export async function ConnectionAside({ view }: { view: ConnectionView }) {
  const { connection, provider, reader, expiry, offers } = view;
  const { credential } = connection;
  const t = await getTranslations("connections");
  const day = (at: Date) =>
    formatDay(dayIn(at, reader.zone), reader.locale, {
      style: "long",
      year: dayIn(reader.now, reader.zone),
    });
  const held = connection.heldUntil && connection.heldUntil > reader.now ? connection.heldUntil : null;
  const place: Fact[] = [
    {
      label: t("facts.provider"),
      value: provider.label,
      note: <Anchor href={provider.docsUrl}>{t("facts.docs")}</Anchor>,
    },
    { label: t("facts.environment"), value: t(`environment.${connection.environment}`) },
    { label: t("facts.address"), value: <span className="mono">{connection.baseUrl}</span> },
    ...(held ? [{ label: t("facts.heldUntil"), value: clockOrDay(held, reader) }] : []),
  ];
  const key: Fact[] = credential
    ? [
        {
          label: t("facts.fingerprint"),
          value: (
            <CopyText
              text={credential.fingerprint}
              {...(credential.fingerprint.length > FINGERPRINT_SHOWN
                ? { shown: `${credential.fingerprint.slice(0, FINGERPRINT_SHOWN)}…` }
                : {})}
            />
          ),
        },
        { label: t("facts.lastFour"), value: <span className="mono">••••{credential.lastFour}</span> },
        {
          label: t("facts.added"),
          value: t("facts.addedBy", { day: day(credential.createdAt), name: credential.createdBy }),
        },
        {
          label: t("facts.expiresAt"),
          value: expiry ? expiryText(expiry, day(expiry.expiresAt), t) : t("facts.noEnd"),
          note: expiry?.breaks
            ? t("expiry.breaks", {
                cutoff: formatInstant(expiry.breaks.cutoffAt, reader.locale, expiry.breaks.zone),
              })
            : undefined,
        },
      ]
    : [];
  const events: Fact[] = offers.receivesEvents
    ? [
        {
          label: t("facts.events"),
          value: <span className="mono">{view.eventsAddress}</span>,
          note: t("facts.eventsNote"),
        },
      ]
    : [];
  const id: Fact[] = [{ label: t("facts.id"), value: <CopyText text={connection.id} /> }];
  return <Facts groups={[place, key, [...events, ...id]].filter((group) => group.length > 0)} />;
}
