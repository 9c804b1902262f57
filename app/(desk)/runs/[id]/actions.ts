"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import type { Ctx } from "@/lib/context";
import { approveRun } from "@/lib/runs/approve";
import { chooseRow } from "@/lib/runs/choose";
import { discardRun } from "@/lib/runs/discard";
import { freezeRun } from "@/lib/runs/freeze";
import { planNextWindow } from "@/lib/runs/next-window";
import { resumeRun } from "@/lib/runs/resume";
import { sendRun } from "@/lib/runs/send";
import { stopRun } from "@/lib/runs/stop";

/** One press on a run's page. The page is drawn again also when it was refused: what was found out stands on it. */
async function press(
  data: FormData,
  verb: (ctx: Ctx, texts: Record<string, string>) => Promise<string>,
): Promise<FormState> {
  return runForm(data, async (ctx, texts) => {
    try {
      return { message: await verb(ctx, texts) };
    } finally {
      refresh();
    }
  });
}

/** Each sends `id`. */
export async function freezeAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("runActs");
  return press(data, async (ctx, { id = "" }) => {
    await freezeRun(ctx, id);
    return t("frozen");
  });
}

/** Sends `id` and the `content` that was looked at. */
export async function approveAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("runActs");
  return press(data, async (ctx, { id = "", content = "" }) => {
    await approveRun(ctx, { runId: id, contentHash: content });
    return t("approved");
  });
}

export async function sendAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("runActs");
  return press(data, async (ctx, { id = "" }) => {
    await sendRun(ctx, id);
    return t("sent");
  });
}

export async function stopAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("runActs");
  return press(data, async (ctx, { id = "" }) => {
    const { of } = await stopRun(ctx, id);
    return t("stopped", {
      accepted: String(of.accepted),
      held: String(of.held),
      toIssue: String(of.to_issue),
      unknown: String(of.unknown),
    });
  });
}

export async function resumeAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("runActs");
  return press(data, async (ctx, { id = "" }) => {
    await resumeRun(ctx, id);
    return t("resumed");
  });
}

export async function nextWindowAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("runActs");
  return press(data, async (ctx, { id = "" }) => t("planned", { count: await planNextWindow(ctx, id) }));
}

export async function discardAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("runActs");
  return press(data, async (ctx, { id = "" }) => {
    await discardRun(ctx, id);
    return t("discarded");
  });
}

/** Sends `id`, the row's number as `row`, and `choice`. */
export async function chooseAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("runActs");
  return press(data, async (ctx, { id = "", row = "", choice = "" }) => {
    await chooseRow(ctx, { runId: id, n: Number(row), choice: choice === "in" ? "in" : "out" });
    return t("changed");
  });
}
