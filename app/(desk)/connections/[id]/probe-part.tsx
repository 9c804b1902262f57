import { getTranslations } from "next-intl/server";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import { rawMessage } from "@/app/(desk)/_shared/raw-message";
import { RecordSection } from "@/app/(desk)/_shared/record-section";
import type { ConnectionView } from "@/app/(desk)/connections/[id]/load";
import { healthSentence } from "@/app/(desk)/connections/words";
import { RawMessage } from "@/components/record/raw-message";
import { StateWord } from "@/components/ui/state-word";

/** What the newest probe found, in words, with the exchange itself. */
export async function ProbePart({ view }: { view: ConnectionView }) {
  const { probe, health, reader, connection } = view;
  const [t, words] = await Promise.all([getTranslations("connections"), getTranslations("record")]);
  if (!probe) return null;
  // A probe that fails is noted as the connection's problem, at the moment after its call.
  const bad = health.state === "trouble" && health.at >= probe.at ? health : null;
  const good = !bad && connection.lastOkAt !== null && connection.lastOkAt >= probe.at;
  return (
    <RecordSection title={t("probe.title")}>
      <p className="flex flex-wrap items-center gap-x-4 pt-1">
        <span className="text-ink-2">{clockOrDay(probe.at, reader)}</span>
        {bad ? <StateWord mark="stale">{healthSentence(bad, "", t).sentence}</StateWord> : null}
        {good ? <StateWord mark="final">{t("probe.good")}</StateWord> : null}
      </p>
      <RawMessage {...rawMessage(probe, words)} open={bad !== null} />
    </RecordSection>
  );
}
