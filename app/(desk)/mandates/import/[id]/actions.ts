"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { fileProblemText } from "@/app/(desk)/mandates/import/problem-words";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import type { Ctx } from "@/lib/context";
import { approveImport } from "@/lib/imports/approve";
import { commitImport, resumeImport } from "@/lib/imports/commit";
import { confirmReading, readAgain } from "@/lib/imports/confirm-reading";
import { readyRows } from "@/lib/imports/door";
import { chooseImportRow, fixRow } from "@/lib/imports/fix-row";
import { freezeImport } from "@/lib/imports/freeze";
import { startCheck, stopCheck } from "@/lib/imports/start-check";
import { discardImport, endImport, stopImport } from "@/lib/imports/stop";
import { AppError } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";

type Texts = Record<string, string>;

/** One press on an import's page. The page is drawn again also when it was refused: what was found out stands on it. */
async function press(data: FormData, verb: (ctx: Ctx, texts: Texts) => Promise<string>): Promise<FormState> {
  return runForm(data, async (ctx, texts) => {
    try {
      return { message: await verb(ctx, texts) };
    } finally {
      refresh();
    }
  });
}

/** Sends `id` and the reading that is shown. */
export async function confirmReadingAction(_: FormState, data: FormData): Promise<FormState> {
  const answer = await runForm(data, async (ctx, { id = "", request_id: _request, ...given }) => {
    try {
      await confirmReading(ctx, { importId: id, ...given });
    } catch (error) {
      throw await worded(error);
    }
    return { to: routes.import(id) };
  });
  return answer;
}

/** What is wrong with the file stands in no form: it is said in the form's own sentence. */
async function worded(error: unknown): Promise<unknown> {
  if (!(error instanceof AppError) || !error.fields.file) return error;
  const says = await fileProblemText(error.fields.file, error.params);
  return says ? new AppError("invalid", { says: { en: says, da: says, nl: says } }) : error;
}

/** Sends `id`, `agreement` and, for every field, where its value comes from. */
export async function startCheckAction(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, async (ctx, { id = "", agreement = "", ...given }) => {
    await startCheck(ctx, { importId: id, agreementId: agreement, given });
    return { to: routes.import(id) };
  });
}

export async function stopCheckAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("importActs");
  return press(data, async (ctx, { id = "" }) => {
    await stopCheck(ctx, id);
    return t("checkStopped");
  });
}

export async function rereadAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("importActs");
  return press(data, async (ctx, { id = "" }) => {
    await readAgain(ctx, id);
    return t("again");
  });
}

/** Confirms the reading as it is, which asks for the columns anew. */
export async function columnsAction(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, async (ctx, { id = "" }) => {
    await confirmReading(ctx, { importId: id });
    return { to: routes.import(id) };
  });
}

export async function freezeAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("importActs");
  return press(data, async (ctx, { id = "" }) => {
    await freezeImport(ctx, id);
    return t("frozen");
  });
}

/** Sends `id` and the `content` that was looked at. */
export async function approveAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("importActs");
  return press(data, async (ctx, { id = "", content = "" }) => {
    await approveImport(ctx, { importId: id, contentHash: content });
    return t("approved");
  });
}

export async function commitAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("importActs");
  return press(data, async (ctx, { id = "" }) => {
    await commitImport(ctx, id);
    return t("committed");
  });
}

export async function resumeAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("importActs");
  return press(data, async (ctx, { id = "" }) => {
    await resumeImport(ctx, id);
    return t("committed");
  });
}

export async function stopAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("importActs");
  return press(data, async (ctx, { id = "" }) => {
    const of = await stopImport(ctx, id);
    return t("stopped", { made: String(of.made), ready: String(readyRows(of)) });
  });
}

export async function endAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("importActs");
  return press(data, async (ctx, { id = "" }) => {
    await endImport(ctx, id);
    return t("ended");
  });
}

export async function discardAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("importActs");
  return press(data, async (ctx, { id = "" }) => {
    await discardImport(ctx, id);
    return t("discarded");
  });
}

const CELL = /^cell_(\d+)$/;

/** Sends `id`, `row`, the `content` that was looked at, and for every column that was typed anew `cell_N`. */
export async function fixRowAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("importRows.fix");
  return press(data, async (ctx, { id = "", row = "", content = "", ...texts }) => {
    const cells: Record<number, string> = {};
    for (const [name, text] of Object.entries(texts)) {
      const column = CELL.exec(name)?.[1];
      // A secret cell that was left empty stays what it is; another one is what the field says.
      const kept = texts[`kept_${column}`];
      if (column !== undefined && !(kept === "secret" && text === "")) cells[Number(column)] = text;
    }
    const good = await fixRow(ctx, { importId: id, n: Number(row), content, cells });
    return t(good ? "good" : "still");
  });
}

/** Sends `id`, `row` and `choice`. */
export async function chooseRowAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("importRows.fix");
  return press(data, async (ctx, { id = "", row = "", choice = "" }) => {
    await chooseImportRow(ctx, { importId: id, n: Number(row), choice: choice === "in" ? "in" : "out" });
    return t(choice === "in" ? "inAgain" : "dropped");
  });
}
