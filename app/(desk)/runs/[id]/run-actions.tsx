import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import {
  approveAction,
  discardAction,
  freezeAction,
  nextWindowAction,
  resumeAction,
  sendAction,
  stopAction,
} from "@/app/(desk)/runs/[id]/actions";
import type { RunPage } from "@/app/(desk)/runs/[id]/load";
import { sumsText } from "@/app/(desk)/runs/[id]/sums-text";
import { ActionForm } from "@/components/form/action-form";
import { ConfirmDialog } from "@/components/form/confirm-dialog";
import { FormOutcome } from "@/components/form/form-outcome";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { type ActionRow, ActionsTable } from "@/components/record/actions-table";
import type { Ctx } from "@/lib/context";
import type { Reader } from "@/lib/i18n/writer";
import { mayMove } from "@/lib/runs/states";

interface Props {
  ctx: Ctx;
  page: RunPage;
  reader: Reader;
}

/** What can be done with the run now, with what it would do. */
export async function RunActions({ ctx, page, reader }: Props) {
  const { run } = page;
  const [t, press] = await Promise.all([getTranslations("runActs"), presser(run.id)]);
  const { late } = page;
  const { of } = page.progress;
  const prepares = ctx.permissions.has("runs.prepare");
  /** A row of finance's own: there with its verb, or with the reason why not. */
  const own = (key: string, label: string, verb: ReactNode, consequence: string): ActionRow =>
    prepares ? { key, verb, consequence } : { key, label, off: t("finance") };
  const rows: (ActionRow | null)[] = [
    mayMove("freeze", run.state)
      ? own("freeze", t("freeze"), press(freezeAction, t("freeze"), t("freezing"), "solid"), t("freezeSays"))
      : null,
    await approveRow({ ctx, page, reader }),
    mayMove("send", run.state)
      ? own(
          "send",
          t("send"),
          press(sendAction, t("send"), t("sending"), "solid"),
          t("sendSays", { count: of.to_issue }),
        )
      : null,
    mayMove("stop", run.state) ? await stopRow({ ctx, page, reader }) : null,
    mayMove("next_window", run.state) && late > 0
      ? own(
          "next",
          t("nextWindow"),
          press(nextWindowAction, t("nextWindow"), t("planning"), "solid"),
          t("nextWindowSays", { count: late }),
        )
      : null,
    mayMove("resume", run.state)
      ? own(
          "resume",
          t("resume"),
          press(resumeAction, t("resume"), t("resuming"), late > 0 ? "word" : "solid"),
          t("resumeSays"),
        )
      : null,
    mayMove("discard", run.state) && !run.sentAt ? await discardRow({ ctx, page, reader }) : null,
  ];
  const shown = rows.filter((row) => row !== null);
  return shown.length > 0 ? <ActionsTable rows={shown} /> : null;
}

/** A form that is one button. */
async function presser(id: string, hidden: Record<string, string> = {}) {
  const common = await getTranslations("common");
  return (action: FormAction, label: string, working: string, look: "solid" | "word") => (
    <ActionForm action={action} hidden={{ id, ...hidden }}>
      <SubmitButton look={look} working={working}>
        {label}
      </SubmitButton>
      <FormOutcome close={common("close")} />
    </ActionForm>
  );
}

async function approveRow({ ctx, page, reader }: Props): Promise<ActionRow | null> {
  const { run, plan, progress, approvers } = page;
  if (!mayMove("approve", run.state)) return null;
  const t = await getTranslations("runActs");
  const label = t("approve");
  if (!ctx.permissions.has("runs.approve")) {
    const off = approvers.length > 0 ? t("approveWho", { names: approvers.join(", ") }) : t("approveOff");
    return { key: "approve", label, off };
  }
  if (page.ownWork) return { key: "approve", label, off: t("approveOwn") };
  const press = await presser(run.id, { content: run.contentHash ?? "" });
  const sums = sumsText(
    plan.filter((part) => part.group !== "excluded"),
    reader.locale,
  );
  return {
    key: "approve",
    verb: press(approveAction, label, t("approving"), "solid"),
    consequence: t("approveSays", { count: progress.of.to_issue, sums }),
  };
}

async function stopRow({ ctx, page }: Props): Promise<ActionRow> {
  const [t, common] = await Promise.all([getTranslations("runActs"), getTranslations("common")]);
  if (!ctx.permissions.has("runs.prepare")) return { key: "stop", label: t("stop"), off: t("finance") };
  const says = t("stopSays", { sending: page.progress.of.sending });
  return {
    key: "stop",
    verb: (
      <ConfirmDialog
        look="word"
        trigger={t("stop")}
        title={t("stopAsk")}
        consequence={says}
        confirm={t("stop")}
        working={t("stopping")}
        keep={common("keep")}
        action={stopAction}
        hidden={{ id: page.run.id }}
      >
        <FormOutcome close={common("close")} />
      </ConfirmDialog>
    ),
    consequence: says,
  };
}

async function discardRow({ ctx, page }: Props): Promise<ActionRow> {
  const [t, common] = await Promise.all([getTranslations("runActs"), getTranslations("common")]);
  if (!ctx.permissions.has("runs.prepare")) return { key: "discard", label: t("discard"), off: t("finance") };
  return {
    key: "discard",
    verb: (
      <ConfirmDialog
        look="word"
        trigger={t("discard")}
        title={t("discardAsk")}
        consequence={t("discardSays")}
        confirm={t("discard")}
        working={t("discarding")}
        keep={common("keep")}
        action={discardAction}
        hidden={{ id: page.run.id }}
      >
        <FormOutcome close={common("close")} />
      </ConfirmDialog>
    ),
    consequence: t("discardSays"),
  };
}
