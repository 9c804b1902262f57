import { getTranslations } from "next-intl/server";
import { Mark } from "@/components/ui/mark";
import type { ConnectionSubmission } from "@/lib/connections/submissions";
import type { Locale } from "@/lib/kernel/locale";
import type { ProviderModule } from "@/lib/providers/contract";

const marks = { unknown: "unknown", refused: "failed", other: "sending" } as const;

/** What is being asked of the provider, or what it refused, in a sentence under the table. */
export async function SendingNote({
  subject,
  submission,
  time,
  provider,
  locale,
}: {
  /** What it is about: an agreement's name, or the events. */
  subject: string;
  submission: ConnectionSubmission;
  time: string;
  provider: Pick<ProviderModule, "reasons">;
  locale: Locale;
}) {
  const t = await getTranslations("connections.agreements");
  const { state, refusal, detail } = submission;
  const kind = state === "unknown" || state === "refused" ? state : "other";
  const known = refusal ? provider.reasons[refusal.code] : undefined;
  const why = refusal
    ? [known?.what[locale], refusal.text, refusal.code, known?.todo[locale]].filter(Boolean).join(" · ")
    : (detail ?? "");
  const says = {
    unknown: () => t("unknown", { time }),
    refused: () => t("refused", { why }),
    other: () => [t("sending", { time }), detail].filter(Boolean).join(" "),
  }[kind]();
  return (
    <p className="flex items-baseline gap-2 pt-2">
      <Mark name={marks[kind]} />
      <span>
        <b>{subject}</b> {says}
      </span>
    </p>
  );
}
