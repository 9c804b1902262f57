import type { z } from "zod";
import type { RequestKey } from "@/lib/access/once";
import { createConnection } from "@/lib/connections/create";
import { getConnection } from "@/lib/connections/list";
import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import type { createConnectionEndpoint } from "../endpoints/connections";
import { connectionJson } from "../json/connection";
import { onlyFieldsOf, withFieldsAt } from "../json/form";

type NewConnectionBody = z.output<(typeof createConnectionEndpoint)["body"]>;

/** Adds a provider connection; what is answered of its credential is never enough to use it. */
export const newConnection = {
  async act(
    { ctx, body }: { ctx: Ctx; body: NewConnectionBody },
    request: RequestKey,
  ): Promise<{ id: string }> {
    const provider = Object.hasOwn(ctx.providers, body.provider) ? ctx.providers[body.provider] : undefined;
    if (!provider) throw new AppError("invalid", { fields: { provider: "choice" } });
    const { settingsForm, credentialForm } = provider;
    onlyFieldsOf(settingsForm, body.settings ?? {}, "settings");
    onlyFieldsOf(credentialForm, body.credential ?? {}, "credential");
    const own = ["provider", "name", "environment", "base_url"];
    const place = (name: string): string => {
      if (own.includes(name)) return name;
      return settingsForm.some((field) => field.name === name) ? `settings.${name}` : `credential.${name}`;
    };
    const input = {
      provider: body.provider,
      name: body.name,
      environment: body.environment,
      baseUrl: body.base_url ?? "",
      settings: body.settings ?? {},
      credential: body.credential ?? null,
    };
    return { id: await withFieldsAt(place, () => createConnection(ctx, input, request)) };
  },

  show: async ({ ctx }: { ctx: Ctx }, { id }: { id: string }) =>
    connectionJson(ctx, await getConnection(ctx, id)),
};
