"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { firstProbe } from "@/app/(desk)/connections/first-probe";
import { withoutSecrets } from "@/app/(desk)/connections/unsent-secrets";
import { healthSentence } from "@/app/(desk)/connections/words";
import { requestOf, runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { addAgreement } from "@/lib/connections/agreement";
import { createConnection } from "@/lib/connections/create";
import { addCredential } from "@/lib/connections/credential";
import { probeConnection } from "@/lib/connections/probe";
import { subscribeEvents } from "@/lib/connections/subscribe";
import { updateSettings } from "@/lib/connections/update-settings";
import { replayMessage } from "@/lib/inbox/replay";
import { AppError } from "@/lib/kernel/errors";
import { environments } from "@/lib/providers/environments";
import { routes } from "@/lib/routes";
import { firstAttempt } from "@/lib/submissions/first-attempt";

/** A new connection with its first credential, or with none yet. Then its record, probed. */
export async function createConnectionAction(_: FormState, data: FormData): Promise<FormState> {
  const state = await runForm(data, async (ctx, texts) => {
    const { provider = "", name = "", base_url: baseUrl = "" } = texts;
    const environment = environments.find((one) => one === texts.environment);
    if (!environment) throw new AppError("invalid", { fields: { environment: "choice" } });
    const credential = texts.credential_when === "later" ? null : texts;
    const input = { provider, name, environment, baseUrl, settings: texts, credential };
    const id = await createConnection(ctx, input, requestOf(ctx, texts));
    if (credential) await firstProbe(ctx, id);
    return { to: routes.connection(id) };
  });
  return withoutSecrets(state);
}

/** Another credential in the place of the present one. Sends `connection` and the provider's credential form. */
export async function addCredentialAction(_: FormState, data: FormData): Promise<FormState> {
  const state = await runForm(data, async (ctx, texts) => {
    const { connection: connectionId = "" } = texts;
    await addCredential(ctx, { connectionId, values: texts });
    await firstProbe(ctx, connectionId);
    return { to: routes.connection(connectionId) };
  });
  return withoutSecrets(state);
}

/** Another agreement. Sends `connection` and the provider's agreement form. */
export async function addAgreementAction(_: FormState, data: FormData): Promise<FormState> {
  return runForm(data, async (ctx, texts) => {
    const { connection: connectionId = "" } = texts;
    const { submissionId } = await addAgreement(ctx, { connectionId, values: texts }, requestOf(ctx, texts));
    await firstAttempt(ctx, submissionId);
    return { to: routes.connection(connectionId) };
  });
}

/** A harmless call. Sends `connection`. */
export async function probeAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("connections");
  return runForm(data, async (ctx, { connection = "" }) => {
    const { ok, problem, detail } = await probeConnection(ctx, connection);
    refresh();
    if (ok) return { message: t("actions.probed") };
    const trouble = { kind: problem ?? "unexpected", detail };
    const { sentence } = healthSentence({ state: "trouble", trouble, at: ctx.clock.now() }, "", t);
    return { message: t("actions.probedTrouble", { sentence }) };
  });
}

/** Asks for the provider's events. Sends `connection`. */
export async function subscribeAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("connections.actions");
  return runForm(data, async (ctx, { connection = "", provider = "" }) => {
    await firstAttempt(ctx, await subscribeEvents(ctx, connection));
    refresh();
    return { message: t("subscribed", { provider }) };
  });
}

/** What is assumed of the provider. Sends `connection`, `version` and the provider's settings form. */
export async function updateSettingsAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("connections.assumptions");
  return runForm(data, async (ctx, texts) => {
    const { connection: connectionId = "", version = "" } = texts;
    await updateSettings(ctx, { connectionId, version: Number(version), values: texts });
    refresh();
    return { message: t("saved") };
  });
}

/** A parked message once more. Sends `message`. */
export async function replayAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("connections.events");
  return runForm(data, async (ctx, { message = "" }) => {
    await replayMessage(ctx, message);
    refresh();
    return { message: t("replayed") };
  });
}
