import { useTranslations } from "next-intl";
import { AttemptWord, KeyText } from "@/app/(desk)/_shared/attempt-cells";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import { rawMessage } from "@/app/(desk)/_shared/raw-message";
import { answerText } from "@/app/(desk)/activity/submissions/words";
import { RawMessage } from "@/components/record/raw-message";
import type { Reader } from "@/lib/i18n/writer";
import type { Message } from "@/lib/messages/get";
import type { AttemptRow } from "@/lib/submissions/columns";

/** Every try in its order, with the evidence under each. */
export function AttemptTable({
  attempts,
  messages,
  reader,
}: {
  attempts: readonly AttemptRow[];
  messages: readonly Message[];
  reader: Reader;
}) {
  const t = useTranslations("activity");
  const words = useTranslations("record");
  if (attempts.length === 0) return <p className="t-small text-ink-2">{t("submission.none")}</p>;
  const evidence = attempts.flatMap((attempt) => {
    const message = messages.find(({ id }) => id === attempt.messageId);
    return message ? [{ attempt, message }] : [];
  });
  return (
    <>
      <p className="t-small text-ink-2">{t("submission.attemptsNote")}</p>
      <div className="overflow-x-auto">
        <table className="ledger min-w-160" aria-label={t("submission.attempts")}>
          <thead>
            <tr>
              <th scope="col">{t("columns.sent")}</th>
              <th scope="col" className="cell-right">
                {t("columns.n")}
              </th>
              <th scope="col">{t("columns.state")}</th>
              <th scope="col">{t("columns.answer")}</th>
              <th scope="col">{t("columns.key")}</th>
              <th scope="col">{t("columns.hash")}</th>
            </tr>
          </thead>
          <tbody>
            {attempts.map((attempt) => (
              <tr key={attempt.id}>
                <th scope="row">{clockOrDay(attempt.permittedAt ?? attempt.recordedAt, reader)}</th>
                <td className="cell-right">{attempt.n}</td>
                <td>
                  <AttemptWord state={attempt.state} />
                </td>
                <td>
                  {answerText(
                    messages.find(({ id }) => id === attempt.messageId),
                    t,
                  )}
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
      {evidence.map(({ attempt, message }) => (
        <div key={message.id} className="pt-3">
          <h3>
            {t("evidence")} {attempt.n}
          </h3>
          <RawMessage {...rawMessage(message, words)} />
        </div>
      ))}
    </>
  );
}
