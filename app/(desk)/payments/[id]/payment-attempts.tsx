import { useTranslations } from "next-intl";
import { AttemptWord, KeyText } from "@/app/(desk)/_shared/attempt-cells";
import { RecordSection } from "@/app/(desk)/_shared/record-section";
import type { PaymentPage } from "@/app/(desk)/payments/[id]/load";
import { type Reader, writer } from "@/lib/i18n/writer";

/** Every try at the provider, newest first: its key, the hash of its bytes, and what came of it. */
export function PaymentAttempts({ page, reader }: { page: PaymentPage; reader: Reader }) {
  const t = useTranslations("payment.attempts");
  const columns = useTranslations("activity.columns");
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
                  {columns("n")}
                </th>
                <th scope="col">{t("outcome")}</th>
                <th scope="col">{columns("key")}</th>
                <th scope="col">{columns("hash")}</th>
              </tr>
            </thead>
            <tbody>
              {tried.map(({ submission, attempt }) => (
                <tr key={attempt.id}>
                  <th scope="row">{write.clock(attempt.permittedAt ?? attempt.recordedAt)}</th>
                  <td>{t(`operation.${submission.operation === "payment.cancel" ? "cancel" : "issue"}`)}</td>
                  <td className="cell-right">{attempt.n}</td>
                  <td>
                    <AttemptWord state={attempt.state} />
                  </td>
                  <td>
                    <KeyText text={attempt.key} />
                  </td>
                  <td>
                    <KeyText text={attempt.bodySha256} />
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
