import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { addNoteAction } from "@/app/(desk)/_shared/note-actions";
import { RecordSection } from "@/app/(desk)/_shared/record-section";
import { ActionForm } from "@/components/form/action-form";
import { DraftText } from "@/components/form/draft-text";
import { FormField } from "@/components/form/form-field";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import type { Ctx } from "@/lib/context";
import type { NoteNoun } from "@/lib/notes/add";

/** Where a colleague writes down what the next one should know. Who may not write sees the notes in the timeline. */
export async function NoteForm({
  ctx,
  noun,
  id,
}: {
  ctx: Pick<Ctx, "permissions">;
  noun: NoteNoun;
  id: string;
}) {
  if (!ctx.permissions.has("notes.write")) return null;
  const [t, common] = await Promise.all([getTranslations("notes"), getTranslations("common")]);
  return (
    <RecordSection title={t("title")}>
      <ActionForm
        action={addNoteAction}
        hidden={{ noun, id, request_id: randomUUID() }}
        className="note-form"
      >
        <FormField name="body" label={t("label")} hint={t("hint")} wide required>
          <DraftText draft={id} rows={2} dir="auto" />
        </FormField>
        <SubmitButton look="plain" working={t("adding")}>
          {t("add")}
        </SubmitButton>
        <FormOutcome close={common("close")} />
      </ActionForm>
    </RecordSection>
  );
}
