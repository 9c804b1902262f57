import { getTranslations } from "next-intl/server";
import { clockOrDay, dayInSentence } from "@/app/(desk)/_shared/moment";
import { noteSentAction } from "@/app/(desk)/mandates/[id]/actions";
import { letterAddress, letterLanguage, letterOf } from "@/app/(desk)/mandates/[id]/invitation-facts";
import type { MandateView } from "@/app/(desk)/mandates/[id]/load";
import { ActionForm } from "@/components/form/action-form";
import { FormField } from "@/components/form/form-field";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { CopyButton } from "@/components/ui/copy-button";
import { Select } from "@/components/ui/select";
import type { Ctx } from "@/lib/context";
import { formatMonth } from "@/lib/i18n/format";
import { type Letter, mailto } from "@/lib/invitations/letter";
import { invitationOf, invitationWays } from "@/lib/invitations/note-sent";
import { goalAt } from "@/lib/invitations/plan";
import { dayIn } from "@/lib/kernel/instant";
import { type Locale, locales } from "@/lib/kernel/locale";
import { routes } from "@/lib/routes";

/** What an invited debtor types, the letter that says so, and when to ask again. */
export async function InvitationSection({
  ctx,
  view,
  creditor,
  asked,
}: {
  ctx: Ctx;
  view: MandateView;
  creditor: string;
  /** The letter's language, as the address has it. */
  asked: string | undefined;
}) {
  const [t, common] = await Promise.all([getTranslations("invitation"), getTranslations("common")]);
  const { mandate } = view;
  const language = letterLanguage(view, asked);
  const letter = letterOf(view, language, creditor);
  // To be read aloud by the reader, so with labels in the reader's own language.
  const typed = letterOf(view, view.reader.locale, creditor).numbers;
  return (
    // An id of its own: one that is made while drawing changes when only the letter's language does.
    <section className="record-part record-section" aria-labelledby="invitation">
      <h2 id="invitation">{t("title")}</h2>
      <h3 className="t-strong py-2">{t("numbers")}</h3>
      <dl className="typed-numbers typed-large">
        {typed.map((one) => (
          <div key={one.label}>
            <dt>{one.label}</dt>
            <dd>
              {one.value} <CopyButton text={one.value} label={common("copy")} done={common("copied")} />
            </dd>
          </div>
        ))}
      </dl>
      <Reminders ctx={ctx} view={view} />
      <div className="invitation-letter" lang={language}>
        <p className="t-strong">{letter.subject}</p>
        {letter.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p>
          {letter.numbers.map((one) => (
            <span key={one.label} className="block">
              {one.label}: {one.value}
            </span>
          ))}
        </p>
        {letter.closing.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <LetterWays view={view} language={language} letter={letter} />
      {ctx.permissions.has("mandates.write") ? (
        <ActionForm
          action={noteSentAction}
          hidden={{ mandate: mandate.id, language }}
          className="invitation-note"
        >
          <FormField name="way" label={t("way")} required value="mail">
            <Select options={invitationWays.map((one) => ({ value: one, label: t(`ways.${one}`) }))} />
          </FormField>
          <SubmitButton working={t("noting")} look="plain">
            {t("note")}
          </SubmitButton>
          <FormOutcome close={common("close")} />
        </ActionForm>
      ) : null}
    </section>
  );
}

/** In which language it is, and how it leaves the desk: by the reader's own mail program, or on paper. */
async function LetterWays({
  view,
  language,
  letter,
}: {
  view: MandateView;
  language: Locale;
  letter: Letter;
}) {
  const [t, languages] = await Promise.all([getTranslations("invitation"), getTranslations("languages")]);
  const { mandate } = view;
  const to = letterAddress(view);
  return (
    <div className="invitation-do">
      <ChoiceLinks
        label={t("language")}
        links={locales.map((one) => ({
          key: one,
          label: languages(one),
          href: `${routes.mandate(mandate.id)}?letter=${one}`,
          current: one === language,
        }))}
      />
      <ButtonLink href={mailto(to, letter)}>{t("mail")}</ButtonLink>
      <ButtonLink href={`${routes.invitation(mandate.id)}?letter=${language}`}>{t("print")}</ButtonLink>
      <CopyButton text={letter.text} label={t("copy")} done={t("copied")} />
      {to ? null : <span className="note">{t("mailNone")}</span>}
    </div>
  );
}

/** When it was given, and when somebody is to ask again. */
async function Reminders({ ctx, view }: { ctx: Ctx; view: MandateView }) {
  const { reader, rule, mandate, facts } = view;
  const [t, { invitation, sends }] = await Promise.all([
    getTranslations("invitation"),
    invitationOf(ctx, mandate.id),
  ]);
  const goal = goalAt(rule, reader.now, facts);
  const next = invitation?.nextAt;
  return (
    <ul className="invitation-times">
      {sends.length === 0 ? <li className="text-ink-2">{t("never")}</li> : null}
      {sends.map((send, index) => (
        <li key={send.id}>
          {t(index === 0 ? "given" : "again", {
            when: clockOrDay(send.at, reader),
            way: t(`ways.${send.way}`).toLocaleLowerCase(reader.locale),
            name: send.byName,
          })}
        </li>
      ))}
      {invitation ? (
        <li>
          {t("plan")}: {next ? t("next", { day: dayInSentence(dayIn(next, rule.zone), reader) }) : t("over")}{" "}
          {goal.lastDay && goal.month
            ? t("goal", {
                day: dayInSentence(goal.lastDay, reader),
                month: formatMonth(goal.month, reader.locale, "name"),
              })
            : null}
        </li>
      ) : null}
    </ul>
  );
}
