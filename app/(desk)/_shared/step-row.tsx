import { getTranslations } from "next-intl/server";
import { checkProviderRow } from "@/app/(desk)/_shared/check-provider";
import { stopMandateAction } from "@/app/(desk)/mandates/[id]/actions";
import { replanAction } from "@/app/(desk)/payments/[id]/actions";
import { ActionForm } from "@/components/form/action-form";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import type { ActionRow } from "@/components/record/actions-table";
import { asRoute } from "@/components/ui/as-route";
import { ButtonLink } from "@/components/ui/button";
import type { Answer } from "@/lib/answers/answer";
import type { Step } from "@/lib/answers/steps";
import { stepWords } from "@/lib/answers/words";
import type { Ctx } from "@/lib/context";
import { type Reader, writer } from "@/lib/i18n/writer";

interface Props {
  ctx: Ctx;
  step: Step;
  answer: Answer;
  reader: Reader;
}

/** A step as a row to press, on whatever record its answer stands: done in place where that is one press. */
export async function stepRow({ ctx, step, answer, reader }: Props): Promise<ActionRow> {
  const [t, common] = await Promise.all([getTranslations("answers"), getTranslations("common")]);
  const words = stepWords(step, reader.locale);
  if (step.permission && !ctx.permissions.has(step.permission))
    return { key: step.code, label: words.do, off: t("notYou", { roles: words.who }) };
  const { noun, id } = answer.about;
  const provider = String(answer.params.provider ?? "");
  if (step.code === "check" && (noun === "mandate" || noun === "payment"))
    return checkProviderRow(ctx, { noun, id }, provider);
  const inPlace =
    step.code === "resume_mandate"
      ? { action: stopMandateAction, hidden: { mandate: id, act: "resume" } }
      : step.code === "replan"
        ? { action: replanAction, hidden: { id, day: nextDay(answer, reader) } }
        : null;
  const verb = inPlace ? (
    <ActionForm action={inPlace.action} hidden={inPlace.hidden}>
      <SubmitButton look="word" working={words.do}>
        {words.do}
      </SubmitButton>
      <FormOutcome close={common("close")} />
    </ActionForm>
  ) : (
    // A file is fetched by the browser itself, once: a page change would ask for it twice.
    <ButtonLink
      href={asRoute(step.href ?? "")}
      look="word"
      {...(step.code === "evidence" ? { download: true, prefetch: false } : {})}
    >
      {words.do}
    </ButtonLink>
  );
  return { key: step.code, verb, consequence: words.says };
}

/** The day it is collected if it leaves now, as the answer says it. */
function nextDay({ params, zone }: Answer, reader: Reader): string {
  const { next } = params;
  return typeof next === "object" && "day" in next ? writer({ ...reader, zone }).day(next.day) : "";
}
