import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { clockOrDay, DESK_ZONE, moment } from "@/app/(desk)/_shared/moment";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import { noteText } from "@/app/(desk)/_shared/own-notes";
import { rawMessage } from "@/app/(desk)/_shared/raw-message";
import { RecordSection } from "@/app/(desk)/_shared/record-section";
import { TryAgain } from "@/app/(desk)/_shared/standing-rows";
import { nameOf, namesOf } from "@/app/(desk)/activity/names";
import { ObjectLink } from "@/app/(desk)/activity/object-link";
import { AttemptTable } from "@/app/(desk)/activity/submissions/[id]/attempt-table";
import { submissionMarks } from "@/app/(desk)/activity/submissions/submission-columns";
import { operationText, verdictText } from "@/app/(desk)/activity/submissions/words";
import { requireSignedIn } from "@/app/session";
import { RecordHead } from "@/components/record/record-head";
import { Timeline } from "@/components/record/timeline";
import type { Reader } from "@/lib/i18n/writer";
import { messagesOfSubmission } from "@/lib/messages/of-submission";
import { routes } from "@/lib/routes";
import { getSubmission } from "@/lib/submissions/get";
import { isParked } from "@/lib/submissions/states";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activity");
  return { title: t("submissions") };
}

/** One intended effect: every try with its key, the hash of its bytes and its raw answer, and every question after it. */
export default async function SubmissionPage({ params }: Props) {
  const [{ ctx }, { id }, t, words, locale] = await Promise.all([
    requireSignedIn(),
    params,
    getTranslations("activity"),
    getTranslations("record"),
    getLocale(),
  ]);
  const submission = await orNotFound(getSubmission(ctx, id));
  const [names, messages] = await Promise.all([
    namesOf(ctx, [submission.subjectId]),
    messagesOfSubmission(ctx, submission.id),
  ]);
  const reader: Reader = { locale, zone: DESK_ZONE, now: ctx.clock.now() };
  const subject = names.get(submission.subjectId);
  const verdict = verdictText(submission, t);
  const asked = messages.filter(({ title }) => title.startsWith("look-up"));
  return (
    <>
      <RecordHead
        crumbs={[
          { label: t("submissions"), href: routes.submissions() },
          { label: nameOf(subject, submission.subjectId) },
        ]}
        mark={submissionMarks[submission.state]}
        sentence={`${operationText(submission.operation, t)}: ${t(`state.${submission.state}`)}`}
        lead={t("submission.by", { name: submission.actorName })}
        facts={[
          { label: t("columns.object"), value: <ObjectLink id={submission.subjectId} subject={subject} /> },
          { label: t("columns.wanted"), value: clockOrDay(submission.createdAt, reader) },
          ...(submission.closedAt
            ? [{ label: t("submission.closed"), value: clockOrDay(submission.closedAt, reader) }]
            : []),
          ...(verdict ? [{ label: t("columns.verdict"), value: verdict }] : []),
          ...(submission.detail
            ? [{ label: t("submission.detail"), value: noteText(submission.detail, words) }]
            : []),
        ]}
      />
      {isParked(submission) && ctx.permissions.has("submissions.ask") ? (
        <RecordSection title={t("submission.parked")}>
          <p className="t-small text-ink-2">{words("standing.tryAgainSays")}</p>
          <TryAgain submissionId={submission.id} />
        </RecordSection>
      ) : null}
      <RecordSection title={t("submission.attempts")}>
        <AttemptTable attempts={submission.attempts} messages={messages} reader={reader} />
      </RecordSection>
      <RecordSection title={t("submission.lookUps")}>
        <p className="t-small text-ink-2">
          {t("submission.asked", { n: submission.lookUps, absences: submission.absences })}
        </p>
        {asked.length > 0 ? (
          <Timeline
            label={t("submission.lookUps")}
            items={asked.map((message) => ({
              key: message.id,
              ...moment(message.at, reader),
              when: "past",
              mark: "draft",
              sentence: t("submission.lookUp", { operation: operationText(submission.operation, t) }),
              message: rawMessage(message, words),
            }))}
          />
        ) : null}
      </RecordSection>
    </>
  );
}
