import { getTranslations } from "next-intl/server";
import { tryAgainAction, verdictAction } from "@/app/(desk)/_shared/record-actions";
import { ActionForm } from "@/components/form/action-form";
import { ConfirmDialog } from "@/components/form/confirm-dialog";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormField } from "@/components/form/form-field";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import type { ActionRow } from "@/components/record/actions-table";
import { TextInput } from "@/components/ui/text-input";
import type { Ctx } from "@/lib/context";
import type { RecordStory, StorySubmission } from "@/lib/records/story";
import { mayTakeBack, mayTryAgain } from "@/lib/submissions/may";

interface Standing {
  record: { state: string; providerId: string | null };
  story: Pick<RecordStory, "open" | "submissions">;
  provider: string;
}

/** The ways out for a record whose request stands still: after faults of ours, or by a verdict that nothing bears out. */
export async function standingRows(ctx: Ctx, { record, story, provider }: Standing): Promise<ActionRow[]> {
  const takenBack = mayTakeBack(record, story.submissions, ctx);
  const rows = [
    await tryAgainRow(ctx, story.open),
    takenBack ? await takeBackRow(takenBack.id, provider) : null,
  ];
  return rows.filter((row) => row !== null);
}

async function tryAgainRow(ctx: Ctx, open: StorySubmission | null): Promise<ActionRow | null> {
  const may = mayTryAgain(open, ctx);
  if (!may || !open) return null;
  const t = await getTranslations("record.standing");
  if ("off" in may) return { key: "try_again", label: t("tryAgain"), off: t("tryAgainOff") };
  return { key: "try_again", verb: <TryAgain submissionId={open.id} />, consequence: t("tryAgainSays") };
}

/** Lets a parked submission have its turn again. */
export async function TryAgain({ submissionId }: { submissionId: string }) {
  const [t, common] = await Promise.all([getTranslations("record.standing"), getTranslations("common")]);
  return (
    <ActionForm action={tryAgainAction} hidden={{ submission: submissionId }}>
      <SubmitButton look="solid" working={t("tryingAgain")}>
        {t("tryAgain")}
      </SubmitButton>
      <FormOutcome close={common("close")} />
    </ActionForm>
  );
}

async function takeBackRow(submission: string, provider: string): Promise<ActionRow> {
  const [t, unknown, common, form] = await Promise.all([
    getTranslations("record.standing"),
    getTranslations("record.unknown"),
    getTranslations("common"),
    getTranslations("form"),
  ]);
  const consequence = t("takeBackSays", { provider });
  return {
    key: "take_back",
    verb: (
      <ConfirmDialog
        look="word"
        trigger={t("takeBack")}
        title={t("takeBackTitle", { provider })}
        consequence={consequence}
        confirm={t("takeBackDo")}
        working={unknown("working")}
        keep={common("keep")}
        action={verdictAction}
        hidden={{ submission, verdict: "did_not_happen" }}
      >
        <ErrorSummary title={form("toFix")} />
        <FormField name="reason" label={unknown("reason")} hint={unknown("reasonHint")} required>
          <TextInput />
        </FormField>
      </ConfirmDialog>
    ),
    consequence,
  };
}
