import { getTranslations } from "next-intl/server";
import { checkProviderRow } from "@/app/(desk)/_shared/check-provider";
import { standingRows } from "@/app/(desk)/_shared/standing-rows";
import { type OwnRows, rowsBesides, WhyPanel } from "@/app/(desk)/_shared/why-panel";
import { cancelAction, replanAction } from "@/app/(desk)/payments/[id]/actions";
import type { PaymentPage } from "@/app/(desk)/payments/[id]/load";
import { whereOf } from "@/app/(desk)/payments/new/mandate-words";
import { ActionForm } from "@/components/form/action-form";
import { ConfirmDialog } from "@/components/form/confirm-dialog";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormField } from "@/components/form/form-field";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { type ActionRow, ActionsTable } from "@/components/record/actions-table";
import { Anchor } from "@/components/ui/anchor";
import { ButtonLink } from "@/components/ui/button";
import { MandateStateWord } from "@/components/ui/proven-state";
import { TextInput } from "@/components/ui/text-input";
import type { Ctx } from "@/lib/context";
import { landing } from "@/lib/deadlines/landing";
import { type Reader, writer } from "@/lib/i18n/writer";
import { day } from "@/lib/kernel/day";
import { dayIn } from "@/lib/kernel/instant";
import { mayCancel, mayCollectAgain, mayReplan } from "@/lib/payments/may";
import { routes } from "@/lib/routes";

interface Props {
  ctx: Ctx;
  page: PaymentPage;
  reader: Reader;
}

/**
 * Why it has not been collected with what helps, then whatever else can be done with the payment now; what cannot be
 * done stays, with the reason.
 */
export async function PaymentActions({ ctx, page, reader }: Props) {
  const { payment, provider, answer, story } = page;
  const [standing, replan, again, check, cancel, mandate] = await Promise.all([
    standingRows(ctx, { record: payment, story, provider: provider.label }),
    replanRow({ ctx, page, reader }),
    againRow({ ctx, page, reader }),
    checkProviderRow(ctx, { noun: "payment", id: payment.id }, provider.label),
    cancelRow({ ctx, page, reader }),
    mandateRow({ ctx, page, reader }),
  ]);
  const own: OwnRows = {
    ...(replan ? { replan } : {}),
    ...(again ? { collect_again: again } : {}),
    check,
    cancel,
    open_mandate: mandate,
  };
  const rows = [...standing, replan, again, check, cancel, mandate].filter((row) => row !== null);
  return (
    <>
      <WhyPanel ctx={ctx} answer={answer} reader={reader} here={payment.id} own={own} />
      <ActionsTable rows={rowsBesides(rows, answer, own)} />
    </>
  );
}

async function replanRow({ ctx, page, reader }: Props): Promise<ActionRow | null> {
  const { payment, rule, facts, now, held, story } = page;
  const may = mayReplan(payment, { permissions: ctx.permissions, held, submissions: story.submissions });
  if (!may) return null;
  const [t, common] = await Promise.all([getTranslations("payment.does"), getTranslations("common")]);
  const write = writer(reader);
  // As the verb does: the day asked for still counts, unless it has passed.
  const wish = day(payment.requested);
  const wanted = wish >= dayIn(now, rule.zone) ? wish : undefined;
  const lands = landing(rule, now, wanted, facts.overrides, facts.settings);
  const verb = t("replan", { month: write.month(lands.collectionMonth) });
  if ("off" in may) {
    if (may.off !== "run" || !payment.runId) return { key: "replan", label: verb, off: t("replanOff") };
    const remedy = <Anchor href={routes.run(payment.runId)}>{t("replanRunLink")}</Anchor>;
    return { key: "replan", label: verb, off: t("replanRun"), remedy };
  }
  const due = write.day(lands.due);
  return {
    key: "replan",
    verb: (
      <ActionForm action={replanAction} hidden={{ id: payment.id, day: due }}>
        <SubmitButton look="solid" working={t("replanning")}>
          {verb}
        </SubmitButton>
        <FormOutcome close={common("close")} />
      </ActionForm>
    ),
    consequence: t("replanSays", { day: due, cutoff: write.instant(lands.cutoffAt) }),
  };
}

async function againRow({ ctx, page }: Props): Promise<ActionRow | null> {
  const { payment, offers, story, provider, standing } = page;
  const may = mayCollectAgain(payment, { permissions: ctx.permissions, offers, ...story });
  if (!may) return null;
  const t = await getTranslations("payment.does");
  if ("off" in may)
    return { key: "again", label: t("again"), off: t(`againOff.${may.off}`, { provider: provider.label }) };
  const href = `${routes.newPayment()}?mandate=${payment.mandateId}&from=${payment.id}`;
  const hard = standing.modifier === "hard";
  return {
    key: "again",
    verb: (
      <ButtonLink href={href} look={hard ? "word" : "solid"} shortcut="n">
        {t("again")}
      </ButtonLink>
    ),
    consequence: t(hard ? "againHard" : "againSays"),
  };
}

async function cancelRow({ ctx, page, reader }: Props): Promise<ActionRow> {
  const { payment, offers, story, provider } = page;
  const [t, common, form] = await Promise.all([
    getTranslations("payment.does"),
    getTranslations("common"),
    getTranslations("form"),
  ]);
  const may = mayCancel(payment, { permissions: ctx.permissions, offers, ...story });
  if ("off" in may)
    return {
      key: "cancel",
      label: t("cancel"),
      off: t(`cancelOff.${may.off}`, { provider: provider.label }),
    };
  const consequence = t(`cancelSays.${may.how}`, { provider: provider.label });
  return {
    key: "cancel",
    verb: (
      <ConfirmDialog
        look="word"
        trigger={t("cancel")}
        title={t("cancelAsk", { amount: writer(reader).money(payment) })}
        consequence={consequence}
        confirm={t("cancelDo")}
        working={t("cancelling")}
        keep={common("keep")}
        action={cancelAction}
        hidden={{ id: payment.id, provider: provider.label }}
      >
        <ErrorSummary title={form("toFix")} />
        <FormField name="reason" label={t("reason")} hint={t("reasonHint")} required>
          <TextInput />
        </FormField>
      </ConfirmDialog>
    ),
    consequence,
  };
}

async function mandateRow({ ctx, page, reader }: Props): Promise<ActionRow> {
  const t = await getTranslations("payment.does");
  const { payment, mandate } = page;
  return {
    key: "mandate",
    verb: (
      <ButtonLink href={routes.mandate(payment.mandateId)} look="word">
        {t("mandate")}
      </ButtonLink>
    ),
    consequence: (
      <span className="flex flex-wrap gap-x-3">
        <MandateStateWord state={mandate.state} />
        {t("mandateSays", { where: whereOf(ctx, payment, reader.locale) })}
      </span>
    ),
  };
}
