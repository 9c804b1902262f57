"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { createApiKey, revokeApiKey } from "@/lib/access/api-keys";
import { roles } from "@/lib/access/roles";
import { verifyOwnAudit } from "@/lib/audit/verify";
import { addConsentText } from "@/lib/consents/add-text";
import { AppError, notFound } from "@/lib/kernel/errors";
import { limitNames } from "@/lib/settings/limits";
import { setLimit } from "@/lib/settings/set-limit";

/** Makes an API key; the key itself is in this answer and nowhere else. Sends `name` and `role`. */
export async function createKeyAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("settings.keys");
  let result: string | undefined;
  const state = await runForm(data, async (ctx, { name = "", role: given }) => {
    const role = roles.find((one) => one === given);
    if (!role) throw new AppError("invalid", { fields: { role: "choice" } });
    result = (await createApiKey(ctx, { name, role })).key;
    refresh();
    return { message: t("created", { name: name.trim() }) };
  });
  return result === undefined ? state : { ...state, result };
}

/** Ends an API key. Sends `key`, its id. */
export async function revokeKeyAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("settings.keys");
  return runForm(data, async (ctx, { key = "" }) => {
    await revokeApiKey(ctx, key);
    refresh();
    return { message: t("revokedNow") };
  });
}

/** Walks the audit chain and says whether it holds. */
export async function verifyAuditAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("settings.audit");
  let result: string | undefined;
  const state = await runForm(data, async (ctx) => {
    const { entries, brokenAt, head } = await verifyOwnAudit(ctx);
    if (brokenAt !== null) {
      result = "broken";
      return { message: t("broken", { n: String(brokenAt), good: entries }) };
    }
    result = "whole";
    return { message: entries === 0 ? t("empty") : t("whole", { n: entries, hash: head }) };
  });
  return result === undefined ? state : { ...state, result };
}

/** Puts a new version of a consent text in force. Sends `scheme`, `language` and `text`. */
export async function addTextAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("consentTexts");
  return runForm(data, async (ctx, { scheme = "", language = "", text = "" }) => {
    const version = await addConsentText(ctx, { scheme, language, text });
    refresh();
    return { message: t("added", { version }) };
  });
}

/** Sets what one person may do alone. Sends `name` and `limit`. */
export async function setLimitAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("limits");
  return runForm(data, async (ctx, { name: given, limit = "" }) => {
    const name = limitNames.find((one) => one === given);
    if (!name) throw notFound();
    await setLimit(ctx, { name, limit });
    refresh();
    return { message: t("saved") };
  });
}
