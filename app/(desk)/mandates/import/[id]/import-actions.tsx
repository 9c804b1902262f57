import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import {
  approveAction,
  columnsAction,
  commitAction,
  discardAction,
  endAction,
  freezeAction,
  rereadAction,
  resumeAction,
  stopAction,
  stopCheckAction,
} from "@/app/(desk)/mandates/import/[id]/actions";
import type { ImportPage } from "@/app/(desk)/mandates/import/[id]/load";
import { ActionForm } from "@/components/form/action-form";
import { ConfirmDialog } from "@/components/form/confirm-dialog";
import { FormOutcome } from "@/components/form/form-outcome";
import type { FormAction } from "@/components/form/form-state";
import { SubmitButton } from "@/components/form/submit-button";
import { type ActionRow, ActionsTable } from "@/components/record/actions-table";
import { Button } from "@/components/ui/button";
import type { Ctx } from "@/lib/context";
import { formatNumber } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import { readyRows } from "@/lib/imports/door";
import { KEEP_CELLS_DAYS } from "@/lib/imports/limits";
import { mayMove } from "@/lib/imports/states";
import { routes } from "@/lib/routes";

interface Props {
  ctx: Ctx;
  page: ImportPage;
  reader: Reader;
}

/** What can be done with the import now, with what it would do. */
export async function ImportActions({ ctx, page, reader }: Props) {
  const { of } = page;
  const checked = of.state === "checked";
  const rows: (ActionRow | null)[] = [
    await commitRow({ ctx, page, reader }),
    await approveRow({ ctx, page }),
    mayMove("stop_check", of.state)
      ? await plainRow({ ctx, page }, "stopCheck", stopCheckAction, "stopping")
      : null,
    mayMove("stop", of.state) ? await confirmRow({ ctx, page }, "stop", stopAction, "stopping") : null,
    await resumeRow({ ctx, page }),
    mayMove("end", of.state) ? await confirmRow({ ctx, page }, "end", endAction, "ending") : null,
    await errorsRow({ ctx, page }),
    checked ? await plainRow({ ctx, page }, "columns", columnsAction, "resuming") : null,
    mayMove("reread", of.state) ? await plainRow({ ctx, page }, "reread", rereadAction, "resuming") : null,
    mayMove("discard", of.state)
      ? await confirmRow({ ctx, page }, "discard", discardAction, "discarding")
      : null,
  ];
  const shown = rows.filter((row) => row !== null);
  return shown.length > 0 ? <ActionsTable rows={shown} /> : null;
}

/** A form that is one button. */
async function press(
  { page }: Pick<Props, "page">,
  action: FormAction,
  words: { label: string; working: string; look: "solid" | "word" },
  hidden: Record<string, string> = {},
): Promise<ReactNode> {
  const common = await getTranslations("common");
  return (
    <ActionForm action={action} hidden={{ id: page.of.id, ...hidden }}>
      <SubmitButton look={words.look} working={words.working}>
        {words.label}
      </SubmitButton>
      <FormOutcome close={common("close")} />
    </ActionForm>
  );
}

async function plainRow(
  { ctx, page }: Pick<Props, "ctx" | "page">,
  key: "stopCheck" | "columns" | "reread",
  action: FormAction,
  working: "stopping" | "resuming",
): Promise<ActionRow> {
  const t = await getTranslations("importActs");
  const label = t(key);
  if (!ctx.permissions.has("imports.prepare")) return { key, label, off: t("agents") };
  const verb = await press({ page }, action, { label, working: t(working), look: "word" });
  return { key, verb, consequence: t(`${key}Says`) };
}

async function confirmRow(
  { ctx, page }: Pick<Props, "ctx" | "page">,
  key: "stop" | "end" | "discard",
  action: FormAction,
  working: "stopping" | "ending" | "discarding",
): Promise<ActionRow> {
  const [t, common] = await Promise.all([getTranslations("importActs"), getTranslations("common")]);
  const label = t(key);
  if (!ctx.permissions.has(key === "discard" ? "imports.prepare" : "imports.commit"))
    return { key, label, off: t("agents") };
  const consequence = key === "end" ? t("endSays", { count: readyRows(page.of) }) : t(`${key}Says`);
  return {
    key,
    verb: (
      <ConfirmDialog
        look="word"
        trigger={label}
        title={t(`${key}Ask`)}
        consequence={consequence}
        confirm={label}
        working={t(working)}
        keep={common("keep")}
        action={action}
        hidden={{ id: page.of.id }}
      >
        <FormOutcome close={common("close")} />
      </ConfirmDialog>
    ),
    consequence,
  };
}

/** Making the mandates, or asking for the second person that so many of them need. */
async function commitRow({ ctx, page, reader }: Props): Promise<ActionRow | null> {
  const { of, limit } = page;
  if (!mayMove("commit", of.state)) return null;
  const t = await getTranslations("importActs");
  const count = readyRows(of);
  const written = formatNumber(limit, reader.locale);
  if (!ctx.permissions.has("imports.commit")) return { key: "commit", label: t("commit"), off: t("agents") };
  if (count === 0) return { key: "commit", label: t("commit"), off: t("nothingReady") };
  if (of.state === "checked" && count > limit) {
    const words = { label: t("freeze"), working: t("freezing"), look: "solid" as const };
    const verb = await press({ page }, freezeAction, words);
    return { key: "freeze", verb, consequence: t("freezeSays", { limit: written }) };
  }
  const words = { label: t("commit"), working: t("committing"), look: "solid" as const };
  const verb = await press({ page }, commitAction, words);
  return { key: "commit", verb, consequence: t("commitSays", { count }) };
}

async function approveRow({ ctx, page }: Pick<Props, "ctx" | "page">): Promise<ActionRow | null> {
  const { of, approvers } = page;
  if (!mayMove("approve", of.state)) return null;
  const t = await getTranslations("importActs");
  const label = t("approve");
  if (!ctx.permissions.has("imports.approve")) {
    const off = approvers.length > 0 ? t("approveWho", { names: approvers.join(", ") }) : t("approveOff");
    return { key: "approve", label, off };
  }
  if (of.workOf.includes(ctx.actor.id)) return { key: "approve", label, off: t("approveOwn") };
  const words = { label, working: t("approving"), look: "solid" as const };
  const verb = await press({ page }, approveAction, words, { content: of.contentHash ?? "" });
  return { key: "approve", verb, consequence: t("approveSays", { count: readyRows(of) }) };
}

async function resumeRow({ ctx, page }: Pick<Props, "ctx" | "page">): Promise<ActionRow | null> {
  const { of } = page;
  if (!mayMove("resume", of.state)) return null;
  const t = await getTranslations("importActs");
  const label = t("resume");
  if (!ctx.permissions.has("imports.commit")) return { key: "resume", label, off: t("agents") };
  const verb = await press({ page }, resumeAction, { label, working: t("resuming"), look: "solid" });
  return { key: "resume", verb, consequence: t("resumeSays", { count: readyRows(of) }) };
}

/** The bad rows as a file. It is a plain form: what comes back is no page. */
async function errorsRow({ ctx, page }: Pick<Props, "ctx" | "page">): Promise<ActionRow | null> {
  const { of } = page;
  if (of.bad + of.refused === 0 || of.state === "checking" || of.state === "discarded") return null;
  const t = await getTranslations("importActs");
  const label = t("errors");
  if (!ctx.permissions.has("imports.prepare")) return { key: "errors", label, off: t("agents") };
  if (of.cellsGone) return { key: "errors", label, off: t("errorsGone", { days: String(KEEP_CELLS_DAYS) }) };
  return {
    key: "errors",
    verb: (
      <form method="post" action={routes.importErrors(of.id)}>
        <Button type="submit" look="word">
          {label}
        </Button>
      </form>
    ),
    consequence: t("errorsSays"),
  };
}
