import { getTranslations } from "next-intl/server";
import { DryRunResult } from "@/app/(desk)/activity/events/[id]/dry-run-result";
import { replayEventAction, tryReplayAction } from "@/app/(desk)/activity/events/actions";
import { ActionForm } from "@/components/form/action-form";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { type ActionRow, ActionsTable } from "@/components/record/actions-table";
import type { Ctx } from "@/lib/context";
import type { Message } from "@/lib/messages/get";

/** First what a replay would do, then the replay. Who may not sees who may. */
export async function EventActions({ ctx, event }: { ctx: Ctx; event: Message }) {
  const [t, common] = await Promise.all([getTranslations("activity.event"), getTranslations("common")]);
  const hidden = { message: event.id };
  const may = ctx.permissions.has("messages.replay");
  const rows: ActionRow[] = may
    ? [
        {
          key: "try",
          verb: (
            <ActionForm action={tryReplayAction} hidden={hidden}>
              <SubmitButton look="word" shortcut="d" working={t("trying")}>
                {t("tryIt")}
              </SubmitButton>
              <DryRunResult />
            </ActionForm>
          ),
          consequence: t("trySays"),
        },
        event.state === "parked"
          ? {
              key: "replay",
              verb: (
                <ActionForm action={replayEventAction} hidden={hidden}>
                  <SubmitButton look="solid" working={t("replaying")}>
                    {t("replay")}
                  </SubmitButton>
                  <FormOutcome close={common("close")} />
                </ActionForm>
              ),
              consequence: t("replaySays"),
            }
          : { key: "replay", label: t("replay"), off: t("replayOff") },
      ]
    : [{ key: "replay", label: t("replay"), off: t("replayWho") }];
  return <ActionsTable rows={rows} />;
}
