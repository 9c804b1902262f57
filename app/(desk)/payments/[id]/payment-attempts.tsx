import { useTranslations } from "next-intl";
import { RecordSection } from "@/app/(desk)/_shared/record-section";
import type { PaymentPage } from "@/app/(desk)/payments/[id]/load";
import { CopyText } from "@/components/ui/copy-text";
import type { MarkName } from "@/components/ui/marks";
import { StateWord } from "@/components/ui/state-word";
import type { AttemptState } from "@/db/tables/journeys";
import { type Reader, writer } from "@/lib/i18n/writer";

const attemptMarks = {
  recorded: "ready",
  permitted: "sending",
  accepted: "final",
  refused: "failed",
  held: "waits",
  unknown: "unknown",
} as const satisfies Record<AttemptState, MarkName>;

/** Every try at the provider, newest first: its key, the hash of its bytes, and what came of it. */
export function PaymentAttempts({ page, reader }: { page: PaymentPage; reader: Reader }) {
  const t = useTranslations("payment.attempts");
  const write = writer(reader);
  const tried = page.story.submissions.flatMap((submission) =>
    submission.attempts.map((attempt) => ({ submission, attempt })),
  );
  return (
    <RecordSection title={t("title")}>
      <p className="t-small text-ink-2">{tried.length === 0 ? t("none") : t("note")}</p>
      {tried.length === 0 ? null : (
        <div className="overflow-x-auto">
          <table className="ledger min-w-160" aria-label={t("title")}>
            <thead>
              <tr>
                <th scope="col">{t("at")}</th>
                <th scope="col">{t("what")}</th>
                <th scope="col" className="cell-right">
                  {t("n")}
                </th>
                <th scope="col">{t("outcome")}</th>
                <th scope="col">{t("key")}</th>
                <th scope="col">{t("hash")}</th>
              </tr>
            </thead>
            <tbody>
              {tried.map(({ submission, attempt }) => (
                <tr key={attempt.id}>
                  <th scope="row">{write.clock(attempt.permittedAt ?? attempt.recordedAt)}</th>
                  <td>{t(`operation.${submission.operation === "payment.cancel" ? "cancel" : "issue"}`)}</td>
                  <td className="cell-right">{attempt.n}</td>
                  <td>
                    <StateWord mark={attemptMarks[attempt.state]}>{t(`state.${attempt.state}`)}</StateWord>
                  </td>
                  <td>
                    <CopyText text={attempt.key} shown={shortened(attempt.key)} />
                  </td>
                  <td>
                    <CopyText text={attempt.bodySha256} shown={shortened(attempt.bodySha256)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </RecordSection>
  );
}

const shortened = (text: string): string =>
  text.length > 14 ? `${text.slice(0, 8)}…${text.slice(-4)}` : text;
