import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import { askAgainAction } from "@/app/(desk)/_shared/record-actions";
import { SendAgainDialog, VerdictDialog } from "@/app/(desk)/_shared/resolve-dialogs";
import { shortKey } from "@/app/(desk)/_shared/timeline-items";
import { ActionForm } from "@/components/form/action-form";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { Steps } from "@/components/record/steps";
import { whoCan } from "@/lib/access/who-can";
import type { Ctx } from "@/lib/context";
import type { Reader } from "@/lib/i18n/writer";
import type { StorySubmission } from "@/lib/records/story";
import { provenAbsent } from "@/lib/submissions/proven-absent";

export interface UnknownStepsProps {
  ctx: Ctx;
  open: StorySubmission;
  /** Messages that came in since it left. */
  eventsSince: number;
  provider: { label: string; receivesEvents: boolean };
  reader: Reader;
}

/** The way out of an unknown outcome: ask, read, decide, and only then send again. Who may not do a step sees who may. */
export async function UnknownSteps({ ctx, open, eventsSince, provider, reader }: UnknownStepsProps) {
  const [t, common, whoAsks, whoDecides, whoReleases] = await Promise.all([
    getTranslations("record.unknown"),
    getTranslations("common"),
    whoCan(ctx, "submissions.ask"),
    whoCan(ctx, "submissions.resolve"),
    whoCan(ctx, "submissions.resend"),
  ]);
  const quiet = (text: string) => <span className="step-note">{text}</span>;
  const named = (who: "ask" | "decide" | "release", names: readonly string[]) =>
    quiet(t(`who.${who}`, { names: names.length > 0 ? names.join(", ") : t("who.nobody") }));
  const may = ctx.permissions;
  const bold = { b: (chunks: ReactNode) => <b>{chunks}</b> };
  const label = { provider: provider.label };
  const hidden = { submission: open.id };
  const time = (at: Date | null) => (at ? clockOrDay(at, reader) : "");
  const proven = provenAbsent(open);
  const own = open.actorId === ctx.actor.id;
  const maySend = proven && !own && may.has("submissions.resend");
  const { absences, lookUps: n } = open;
  return (
    <Steps
      title={common("whatNow")}
      steps={[
        {
          key: "ask",
          next: !maySend,
          text: (
            <>
              {t.rich("ask", {
                ...label,
                key: shortKey(open.key),
                n,
                absences,
                time: time(open.lastLookUpAt),
                ...bold,
              })}{" "}
              {may.has("submissions.ask") ? null : quiet(t("askOff"))} {named("ask", whoAsks)}
            </>
          ),
          action: may.has("submissions.ask") ? (
            <ActionForm action={askAgainAction} hidden={hidden}>
              <SubmitButton look={maySend ? "plain" : "solid"} shortcut="c" working={t("asking")}>
                {t("askButton")}
              </SubmitButton>
              <FormOutcome close={common("close")} />
            </ActionForm>
          ) : undefined,
        },
        {
          key: "events",
          text: provider.receivesEvents
            ? t.rich("events", { ...label, n: eventsSince, time: time(open.sentAt), ...bold })
            : t.rich("eventsNone", { ...label, ...bold }),
        },
        {
          key: "verdict",
          next: false,
          closed: !may.has("submissions.resolve"),
          text: (
            <>
              {t.rich("verdict", bold)} {may.has("submissions.resolve") ? null : quiet(t("verdictOff"))}{" "}
              {named("decide", whoDecides)}
            </>
          ),
          action: may.has("submissions.resolve") ? (
            <VerdictDialog hidden={hidden} provider={provider.label} />
          ) : undefined,
        },
        {
          key: "again",
          next: maySend,
          closed: !maySend,
          text: (
            <>
              {t.rich(proven ? "again" : "againClosed", { n: absences, ...bold })}{" "}
              {maySend || !proven ? null : quiet(t(own ? "againOwn" : "againOff"))}{" "}
              {named("release", whoReleases)}
            </>
          ),
          action: maySend ? <SendAgainDialog hidden={hidden} provider={provider.label} /> : undefined,
        },
      ]}
    />
  );
}
