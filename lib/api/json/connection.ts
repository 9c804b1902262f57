import { z } from "zod";
import type { ConnectionRow } from "@/lib/connections/list";
import type { Ctx } from "@/lib/context";
import { instant, iso, isoOrNull, named, texts } from "./shapes";

export const environments = ["simulator", "sandbox", "production"] as const;

export const connectionShape = named(
  "Connection",
  z.strictObject({
    id: z.string(),
    provider: z.string(),
    name: z.string(),
    environment: z.enum(environments),
    base_url: z.string(),
    settings: texts,
    credential: z
      .strictObject({
        fingerprint: z.string(),
        last_four: z.string(),
        expires_at: instant.nullable(),
        created_at: instant,
      })
      .nullable()
      .describe("The one in use. The credential itself is never answered."),
    agreements: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        scheme: z.string(),
        state: z.enum(["draft", "pending", "active", "ended", "failed"]),
        test: z.boolean(),
        provider_id: z.string().nullable(),
      }),
    ),
    last_ok_at: instant.nullable(),
    last_problem_at: instant.nullable(),
    last_problem: z.string().nullable().describe("What kind of problem it was."),
    last_event_at: instant.nullable(),
    held_until: instant.nullable().describe("Nothing is sent before this."),
    created_at: instant,
  }),
);
export const connectionList = named(
  "ConnectionList",
  z.strictObject({ data: z.array(connectionShape) }),
  "All connections, the oldest first.",
);

export function connectionJson(ctx: Ctx, row: ConnectionRow): z.input<typeof connectionShape> {
  const form = ctx.providers[row.provider]?.settingsForm ?? [];
  const open = form.filter((field) => !field.sensitive && !field.kind.startsWith("secret"));
  const shown = open.flatMap(({ name }) => {
    const value = row.settings[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    id: row.id,
    provider: row.provider,
    name: row.name,
    environment: row.environment,
    base_url: row.baseUrl,
    settings: Object.fromEntries(shown),
    credential: row.credential && {
      fingerprint: row.credential.fingerprint,
      last_four: row.credential.lastFour,
      expires_at: isoOrNull(row.credential.expiresAt),
      created_at: iso(row.credential.createdAt),
    },
    agreements: row.agreements.map(({ id, name, scheme, state, test, providerId }) => ({
      id,
      name,
      scheme,
      state,
      test,
      provider_id: providerId,
    })),
    last_ok_at: isoOrNull(row.lastOkAt),
    last_problem_at: isoOrNull(row.lastProblemAt),
    // Behind the colon stand the provider's own words, which nobody has looked through.
    last_problem: row.lastProblem?.split(":", 1)[0] ?? null,
    last_event_at: isoOrNull(row.lastEventAt),
    held_until: isoOrNull(row.heldUntil),
    created_at: iso(row.createdAt),
  };
}
