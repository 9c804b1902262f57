import { getTranslations } from "next-intl/server";
import { DESK_ZONE } from "@/app/(desk)/_shared/moment";
import type { DraftWords } from "@/app/(desk)/mandates/new/draft-status";
import type { DraftState } from "@/lib/drafts/open";
import { formatClock } from "@/lib/i18n/format";

/** What the draft's status says, in the reader's language; the clock is put in where it is known. */
export async function draftWords(draft: Pick<DraftState, "savedAt">): Promise<DraftWords> {
  const t = await getTranslations("newMandate");
  const clock = draft.savedAt && formatClock(draft.savedAt, DESK_ZONE);
  return {
    none: t("note"),
    saved: clock ? t("draft.saved", { clock }) : t("note"),
    savedAt: t("draft.saved", { clock: CLOCK }),
    saving: t("draft.saving"),
    offline: t("draft.offline"),
    signedOut: t("draft.signedOut"),
    tooMany: t("draft.tooMany"),
    tooLarge: t("draft.tooLarge"),
    gone: t("draft.gone"),
    refused: t("draft.refused"),
    conflict: t("draft.conflict", { clock: CLOCK }),
    load: t("draft.load"),
    apart: t("draft.apart"),
  };
}

/** Stands in a sentence where the browser puts the time of a save. */
const CLOCK = "{clock}";
