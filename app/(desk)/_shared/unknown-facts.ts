import { getTranslations } from "next-intl/server";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import type { Reader } from "@/lib/i18n/writer";
import type { RecordNoun, StorySubmission } from "@/lib/records/story";
import { provenAbsent } from "@/lib/submissions/proven-absent";

/** What stands in a record's head while an outcome is unknown: when it was sent, what may be true, who asks. */
export async function unknownHead(
  noun: RecordNoun,
  open: StorySubmission,
  provider: string,
  reader: Reader,
): Promise<{
  unknownSince: string;
  absent: boolean;
  lead: string;
  facts: { label: string; value: string }[];
}> {
  const t = await getTranslations("record.unknown");
  const sentAt = open.sentAt ?? open.createdAt;
  const since = clockOrDay(sentAt, reader);
  const stops = open.operation.endsWith(".create") ? "create" : "stop";
  const absent = provenAbsent(open);
  const leads = absent ? "absent" : "lead";
  const lead =
    noun === "mandate"
      ? t(stops === "create" ? `${leads}.mandate.create` : `${leads}.mandate.end`, { provider })
      : t(stops === "create" ? `${leads}.payment.create` : `${leads}.payment.cancel`, { provider });
  return {
    unknownSince: since,
    absent,
    lead,
    facts: [
      { label: t("since"), value: t("sinceValue", { time: since, n: open.lookUps }) },
      {
        label: t("soFar"),
        value: open.lookUps === 0 ? t("soFarNot") : t("soFarValue", { absences: open.absences }),
      },
      { label: t("owner"), value: open.actorName },
      { label: t("next"), value: open.nextAt ? clockOrDay(open.nextAt, reader) : t("nextNone") },
    ],
  };
}
