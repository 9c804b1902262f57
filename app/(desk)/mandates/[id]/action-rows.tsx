import { getTranslations } from "next-intl/server";
import { checkProviderRow } from "@/app/(desk)/_shared/check-provider";
import { dayInSentence } from "@/app/(desk)/_shared/moment";
import { standingRows } from "@/app/(desk)/_shared/standing-rows";
import { stopMandateAction } from "@/app/(desk)/mandates/[id]/actions";
import type { MandateView } from "@/app/(desk)/mandates/[id]/load";
import { StopDialog } from "@/app/(desk)/mandates/[id]/stop-dialog";
import { ToldEndDialog } from "@/app/(desk)/mandates/[id]/told-end-dialog";
import { ActionForm } from "@/components/form/action-form";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import type { ActionRow } from "@/components/record/actions-table";
import { ButtonLink } from "@/components/ui/button";
import type { Ctx } from "@/lib/context";
import { formatInstant } from "@/lib/i18n/format";
import { allows } from "@/lib/kernel/moves";
import { mayAsk, mayPause } from "@/lib/mandates/may";
import { mandateMoves } from "@/lib/mandates/states";
import { routes } from "@/lib/routes";
import { isParked } from "@/lib/submissions/states";

/** Every verb of a mandate; what cannot be done now stays, with the reason. */
export async function actionRows(ctx: Ctx, view: MandateView): Promise<ActionRow[]> {
  if (view.mandate.state === "ended") return [await renewRow(ctx, view), await checkRow(ctx, view)];
  const corrects = view.mandate.state === "failed" || (view.mandate.state === "draft" && !view.story.open);
  const { mandate: record, story, provider } = view;
  const standing = await standingRows(ctx, { record, story, provider: provider.label });
  return corrects
    ? [...standing, await correctRow(ctx, view), await checkRow(ctx, view)]
    : [
        ...standing,
        await paymentRow(ctx, view),
        await changeRow(ctx, view),
        await pauseRow(ctx, view),
        ...(await endRows(ctx, view)),
        await checkRow(ctx, view),
      ];
}

/** What has ended stays ended: only a new consent begins again. */
async function renewRow(ctx: Ctx, { mandate }: MandateView): Promise<ActionRow> {
  const [t, debtors] = await Promise.all([
    getTranslations("mandate.actions"),
    getTranslations("debtors.record.actions"),
  ]);
  const label = debtors("mandate");
  if (!ctx.permissions.has("mandates.write")) return { key: "renew", label, off: t("role") };
  const debtor = mandate.debtorId ? `?debtor=${mandate.debtorId}` : "";
  return {
    key: "renew",
    verb: (
      <ButtonLink href={`${routes.newMandate()}${debtor}`} look="solid" shortcut="n">
        {label}
      </ButtonLink>
    ),
    consequence: debtors("mandateSays"),
  };
}

async function correctRow(ctx: Ctx, { mandate }: MandateView): Promise<ActionRow> {
  const t = await getTranslations("mandate.actions");
  const label = t("correct");
  if (!ctx.permissions.has("mandates.write")) return { key: "correct", label, off: t("role") };
  return {
    key: "correct",
    verb: (
      <ButtonLink href={`${routes.newMandate()}?from=${mandate.id}`} look="solid" shortcut="n">
        {label}
      </ButtonLink>
    ),
    consequence: t("correctSays"),
  };
}

async function paymentRow(
  ctx: Ctx,
  { mandate, obstacle, lands, reader, offers }: MandateView,
): Promise<ActionRow> {
  const t = await getTranslations("mandate.actions");
  const label = t("payment");
  const { locale, zone } = reader;
  if (!ctx.permissions.has("payments.create")) return { key: "payment", label, off: t("role") };
  if (!offers.createPayment) return { key: "payment", label, off: t("paymentElsewhere") };
  if (mandate.state === "suspended") return { key: "payment", label, off: t("paymentSuspended") };
  if (obstacle) return { key: "payment", label, off: obstacle[locale] };
  if (mandate.state !== "active") return { key: "payment", label, off: t("paymentState") };
  const { due, cutoffAt } = lands.landing;
  return {
    key: "payment",
    verb: (
      <ButtonLink href={`${routes.newPayment()}?mandate=${mandate.id}`} look="solid" shortcut="n">
        {label}
      </ButtonLink>
    ),
    consequence: t("paymentSays", {
      day: dayInSentence(due, reader),
      cutoff: formatInstant(cutoffAt, locale, zone, { city: false }),
    }),
  };
}

/** Another account: what that means here, and the way to it where it goes from here. */
async function changeRow(ctx: Ctx, view: MandateView): Promise<ActionRow> {
  const [t, actions] = await Promise.all([
    getTranslations("accountChange"),
    getTranslations("mandate.actions"),
  ]);
  const { mandate, accountChange, change, reader } = view;
  const label = t("verb");
  const says = accountChange.says[reader.locale];
  if (!ctx.permissions.has("mandates.write")) return { key: "change", label, off: actions("role") };
  if (!["active", "suspended"].includes(mandate.state) || !mandate.debtorId)
    return { key: "change", label, off: t("off") };
  if (change) return { key: "change", label, off: t("underway") };
  if (accountChange.way === "bank" || accountChange.way === "none")
    return { key: "change", label, off: says };
  return {
    key: "change",
    verb: (
      <ButtonLink href={`${routes.newMandate()}?change=${mandate.id}`} look="word">
        {label}
      </ButtonLink>
    ),
    consequence: says,
  };
}

async function pauseRow(ctx: Ctx, view: MandateView): Promise<ActionRow> {
  const [t, common] = await Promise.all([getTranslations("mandate.actions"), getTranslations("common")]);
  const { mandate } = view;
  const resumes = mandate.state === "suspended";
  const label = t(resumes ? "resume" : "suspend");
  const may = mayPause(resumes ? "resume" : "suspend", mandate, ctx);
  if ("off" in may) return { key: "pause", label, off: t(may.off === "permission" ? "role" : "suspendOff") };
  if (resumes)
    return {
      key: "pause",
      verb: (
        <ActionForm action={stopMandateAction} hidden={{ mandate: mandate.id, act: "resume" }}>
          <SubmitButton look="word" working={t("working")}>
            {label}
          </SubmitButton>
          <FormOutcome close={common("close")} />
        </ActionForm>
      ),
      consequence: t("resumeSays"),
    };
  const goesOn = view.goesOn?.[view.reader.locale];
  return {
    key: "pause",
    verb: <StopDialog view={view} act="suspend" />,
    consequence: goesOn ?? t("suspendSays"),
  };
}

async function endRows(ctx: Ctx, view: MandateView): Promise<ActionRow[]> {
  const [t, told] = await Promise.all([getTranslations("mandate.actions"), getTranslations("toldEnd")]);
  const { mandate, offers, provider, story } = view;
  const label = { provider: provider.label };
  const off = (reason: string): ActionRow[] => [{ key: "end", label: t("end"), off: reason }];
  if (!ctx.permissions.has("mandates.stop")) return off(t("role"));
  // One that may have arrived is tried again, or its outcome decided: giving it up would say too much.
  const unsent = story.open?.state === "intended" && story.open.sentAt === null;
  if (mandate.state === "draft" && isParked(story.open) && unsent)
    return [{ key: "end", verb: <StopDialog view={view} act="give_up" />, consequence: t("giveUpSays") }];
  if (!allows(mandateMoves.record_end, mandate.state)) return off(t("endState"));
  if (story.open) return off(t("endOpen"));
  if (mandate.state === "invited")
    return [{ key: "end", verb: <StopDialog view={view} act="withdraw" />, consequence: t("withdrawSays") }];
  const there: ActionRow =
    offers.endMandate && mandate.providerId
      ? { key: "end", verb: <StopDialog view={view} act="end" />, consequence: t("endSays", label) }
      : { key: "end", label: t("end"), off: t("endOff", label) };
  return [there, { key: "record", verb: <ToldEndDialog view={view} />, consequence: told("says") }];
}

async function checkRow(ctx: Ctx, { mandate, provider, story }: MandateView): Promise<ActionRow> {
  const [t, check] = await Promise.all([getTranslations("mandate.actions"), getTranslations("record.check")]);
  const may = mayAsk(mandate, { permissions: ctx.permissions, submissions: story.submissions });
  if ("off" in may && may.off === "never_sent")
    return { key: "check", label: check("verb"), off: t("checkOff") };
  return checkProviderRow(ctx, { noun: "mandate", id: mandate.id }, provider.label);
}
