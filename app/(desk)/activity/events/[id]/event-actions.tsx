import { getTranslations } from "next-intl/server";
import { DryRunResult } from "@/app/(desk)/activity/events/[id]/dry-run-result";
import { eventAction } from "@/app/(desk)/activity/events/actions";
import { ActionForm } from "@/components/form/action-form";
import { FormOutcome } from "@/components/form/form-outcome";
import { type ActionRow, ActionsTable } from "@/components/record/actions-table";
import { Button } from "@/components/ui/button";
import type { Ctx } from "@/lib/context";
import type { Message } from "@/lib/messages/get";

/** First what a replay would do, then the replay. Who may not sees who may. */
export async function EventActions({ ctx, event }: { ctx: Ctx; event: Message }) {
  const [t, common] = await Promise.all([getTranslations("activity.event"), getTranslations("common")]);
  if (!ctx.permissions.has("messages.replay"))
    return <ActionsTable rows={[{ key: "replay", label: t("replay"), off: t("replayWho") }]} />;
  const rows: ActionRow[] = [
    {
      key: "try",
      verb: (
        <Button type="submit" look="word" name="do" value="try" shortcut="d">
          {t("tryIt")}
        </Button>
      ),
      consequence: (
        <>
          {t("trySays")}
          <DryRunResult working={t("trying")} />
        </>
      ),
    },
    event.state === "parked"
      ? {
          key: "replay",
          verb: (
            <Button type="submit" look="solid" name="do" value="replay">
              {t("replay")}
            </Button>
          ),
          consequence: t("replaySays"),
        }
      : { key: "replay", label: t("replay"), off: t("replayOff") },
  ];
  return (
    <ActionForm action={eventAction} hidden={{ message: event.id }}>
      <ActionsTable rows={rows} />
      <FormOutcome close={common("close")} />
    </ActionForm>
  );
}
