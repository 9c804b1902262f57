import { getTranslations } from "next-intl/server";
import { type ReactNode, useId } from "react";
import { stepRow } from "@/app/(desk)/_shared/step-row";
import { type ActionRow, ActionRows } from "@/components/record/actions-table";
import { Anchor } from "@/components/ui/anchor";
import { asRoute } from "@/components/ui/as-route";
import type { About, Answer } from "@/lib/answers/answer";
import type { StepCode } from "@/lib/answers/steps";
import { answerWords } from "@/lib/answers/words";
import type { Ctx } from "@/lib/context";
import { type Reader, writer } from "@/lib/i18n/writer";
import { routes } from "@/lib/routes";

/** The page's own rows of "What can be done now", by the step that each of them takes. */
export type OwnRows = Partial<Record<StepCode, ActionRow>>;

interface Props {
  ctx: Ctx;
  answer: Answer;
  reader: Reader;
  /** The record that the panel stands on: an answer about it needs no link. */
  here: string;
  own: OwnRows;
  /** False where the steps stand on the page in full: the way out of an unknown outcome. */
  steps?: boolean;
}

/** Why it has not been collected, as one would say it on the telephone, and under it what can be done about it. */
export async function WhyPanel({ ctx, answer, reader, here, own, steps = true }: Props) {
  const t = await getTranslations("answers");
  const { headline, also, next } = answerWords(answer, reader.locale, reader.now);
  const rows = await Promise.all(
    answer.next
      .filter((step) => steps && step.code !== "wait")
      .map((step) => own[step.code] ?? stepRow({ ctx, step, answer, reader })),
  );
  const rest = next.find((one) => one.code === "wait");
  const write = writer({ ...reader, zone: answer.zone });
  return (
    <WhySays
      title={t("title")}
      headline={headline}
      also={rest ? [...also, `${rest.do}. ${rest.says}`] : also}
      about={[
        answer.about.id === here ? null : (
          <AboutLink key="about" about={answer.about} noun={t(`about.${answer.about.noun}`)} />
        ),
        answer.since ? <span key="since">{t("since", { at: write.clock(answer.since) })}</span> : null,
        answer.evidence ? (
          <span key="evidence">{t("evidence", { at: write.clock(answer.evidence.at) })}</span>
        ) : null,
      ]}
      rows={rows}
    />
  );
}

interface Says {
  title: string;
  headline: string;
  also: readonly string[];
  /** What it is about, since when, and from when the evidence is. */
  about: ReactNode;
  rows: readonly ActionRow[];
}

/** The answer as it is drawn. */
export function WhySays({ title, headline, also, about, rows }: Says) {
  const id = useId();
  return (
    <section className="record-part why" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="why-says">{headline}</p>
      {also.map((text) => (
        <p key={text}>{text}</p>
      ))}
      <p className="why-about">{about}</p>
      {rows.length > 0 ? <ActionRows rows={rows} label={title} /> : null}
    </section>
  );
}

function AboutLink({ about, noun }: { about: About; noun: string }) {
  return (
    <span>
      {noun} <Anchor href={asRoute(placeOf(about))}>{about.name}</Anchor>
    </span>
  );
}

function placeOf({ noun, id }: About): string {
  switch (noun) {
    case "debtor":
      return routes.debtor(id);
    case "mandate":
      return routes.mandate(id);
    case "payment":
      return routes.payment(id);
    case "run":
      return routes.run(id);
  }
}

/** What stays under "What can be done now" when the answer has taken its steps. */
export const rowsBesides = (rows: readonly ActionRow[], answer: Answer, own: OwnRows): ActionRow[] => {
  const taken = new Set(answer.next.map((step) => own[step.code]?.key));
  return rows.filter((row) => !taken.has(row.key));
};
