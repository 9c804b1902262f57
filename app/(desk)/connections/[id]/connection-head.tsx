import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import type { ConnectionView } from "@/app/(desk)/connections/[id]/load";
import { expiryText, healthMarks, healthSentence } from "@/app/(desk)/connections/words";
import { Banner } from "@/components/feedback/banner";
import { RecordHead } from "@/components/record/record-head";
import { Anchor } from "@/components/ui/anchor";
import { StateWord } from "@/components/ui/state-word";
import { formatDay, formatInstant } from "@/lib/i18n/format";
import { dayIn } from "@/lib/kernel/instant";
import { routes } from "@/lib/routes";

/** How the connection fares, what that means, and a credential that ends before its time. */
export async function ConnectionHead({ view }: { view: ConnectionView }) {
  const { connection, health, reader, expiry, provider } = view;
  const t = await getTranslations("connections");
  const at = (instant: Date | null) => (instant ? clockOrDay(instant, reader) : t("facts.never"));
  const { sentence, meaning } = healthSentence(health, at(connection.lastOkAt), t);
  const day = expiry
    ? formatDay(dayIn(expiry.expiresAt, reader.zone), reader.locale, {
        style: "long",
        year: dayIn(reader.now, reader.zone),
      })
    : "";
  const ends = (): ReactNode => {
    if (!connection.credential) return t("health.no_credential");
    if (!expiry) return t("facts.noEnd");
    const text = expiryText(expiry, day, t);
    return expiry.state === "fine" ? text : <StateWord mark="stale">{text}</StateWord>;
  };
  return (
    <>
      {expiry && expiry.state !== "fine" ? (
        <Banner
          tone={expiry.state === "expired" ? "no" : "warn"}
          title={t(expiry.state === "expired" ? "expiry.bannerExpired" : "expiry.banner", { day })}
          action={
            view.may ? (
              <Anchor href={routes.connectionCredential(connection.id)}>{t("actions.replace")}</Anchor>
            ) : null
          }
        >
          {expiry.breaks
            ? t("expiry.bannerBreaks", {
                cutoff: formatInstant(expiry.breaks.cutoffAt, reader.locale, expiry.breaks.zone),
              })
            : null}
        </Banner>
      ) : null}
      <RecordHead
        crumbs={[
          { label: t("title"), href: routes.connections() },
          { label: [...new Set([connection.name, provider.label])].join(", ") },
          { label: t(`environment.${connection.environment}`) },
        ]}
        mark={healthMarks[health.state]}
        sentence={sentence}
        lead={meaning}
        facts={[
          { label: t("facts.lastOk"), value: at(connection.lastOkAt) },
          { label: t("facts.lastEvent"), value: at(connection.lastEventAt) },
          { label: t("facts.expires"), value: ends() },
        ]}
      />
    </>
  );
}
