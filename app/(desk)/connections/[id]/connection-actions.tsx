import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { ConnectionView } from "@/app/(desk)/connections/[id]/load";
import { probeAction, subscribeAction } from "@/app/(desk)/connections/actions";
import { ActionForm } from "@/components/form/action-form";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { type ActionRow, ActionsTable } from "@/components/record/actions-table";
import { ButtonLink } from "@/components/ui/button";
import type { TroubleKind } from "@/lib/connections/health";
import { isOpen } from "@/lib/connections/submissions";
import { routes } from "@/lib/routes";

const needsAnother: ReadonlySet<TroubleKind> = new Set(["credential_refused", "wrong_environment"]);

/** Probe, credential, agreement, events: each with what it does, or why it cannot be done. */
export async function ConnectionActions({ view }: { view: ConnectionView }) {
  const { connection, provider, offers, health, may } = view;
  const [t, common] = await Promise.all([getTranslations("connections.actions"), getTranslations("common")]);
  const name = { provider: provider.label };
  const has = connection.credential !== null;
  const row = (key: string, label: string, off: string | null, verb: ReactNode, says: string): ActionRow =>
    off === null ? { key, verb, consequence: says } : { key, label, off };
  const ready = may ? null : t("adminsOnly");
  // What a refused credential needs is another one, not a second refusal.
  const refused = health.state === "trouble" && needsAnother.has(health.trouble.kind);
  return (
    <ActionsTable
      rows={[
        row(
          "probe",
          t("probe"),
          ready ?? (has ? null : t("needsCredential")),
          <ActionForm action={probeAction} hidden={{ connection: connection.id }}>
            <SubmitButton look={refused ? "word" : "solid"} shortcut="p" working={t("probing")}>
              {t("probe")}
            </SubmitButton>
            <FormOutcome close={common("close")} />
          </ActionForm>,
          t("probeSays", name),
        ),
        row(
          "credential",
          t(has ? "replace" : "add"),
          ready,
          <ButtonLink
            href={routes.connectionCredential(connection.id)}
            look={has && !refused ? "word" : "solid"}
          >
            {t(has ? "replace" : "add")}
          </ButtonLink>,
          has ? t("replaceSays") : "",
        ),
        row(
          "agreement",
          t("agreement"),
          ready,
          <ButtonLink href={routes.connectionAgreement(connection.id)} look="word" shortcut="n">
            {t("agreement")}
          </ButtonLink>,
          `${t("agreementSays")} ${offers.registerAgreement ? t("registers", name) : t("registersNot")}`,
        ),
        row(
          "subscribe",
          t("subscribe"),
          ready ?? noSubscription(view, t),
          <ActionForm
            action={subscribeAction}
            hidden={{ connection: connection.id, provider: provider.label }}
          >
            <SubmitButton look="word" working={t("subscribing")}>
              {t("subscribe")}
            </SubmitButton>
            <FormOutcome close={common("close")} />
          </ActionForm>,
          t("subscribeSays", { ...name, address: view.eventsAddress }),
        ),
      ]}
    />
  );
}

/** Why events cannot be asked for now; null when they can. */
function noSubscription(
  { connection, provider, offers, submissions }: ConnectionView,
  t: Awaited<ReturnType<typeof getTranslations<"connections.actions">>>,
): string | null {
  if (!offers.subscribeEvents) return t("notOffered", { provider: provider.label });
  if (!connection.credential) return t("needsCredential");
  if (connection.agreements.length === 0) return t("needsAgreement");
  const open = submissions.some((one) => one.operation === "events.subscribe" && isOpen(one));
  return open ? t("openAlready") : null;
}
