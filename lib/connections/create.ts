import { randomBytes } from "node:crypto";
import { connections } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { once, type RequestKey } from "@/lib/access/once";
import { hashToken } from "@/lib/access/tokens";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { checkFields } from "@/lib/forms/check-fields";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import type { Environment } from "@/lib/providers/contract";
import { addressAllowed } from "@/lib/providers/transport";
import { insertCredential, readNewCredential } from "./credential";

export interface NewConnection {
  provider: string;
  name: string;
  environment: Environment;
  /** Needed for the simulator; elsewhere the provider's own address is used when this is empty. */
  baseUrl: string;
  /** The provider's settings form, as given. */
  settings: Record<string, string>;
  /** The provider's credential form, as given; may be added later. */
  credential: Record<string, string> | null;
}

/** Adds a provider account with its first credential. Answers the connection's id. */
export async function createConnection(
  ctx: Ctx,
  input: NewConnection,
  request?: RequestKey,
): Promise<string> {
  requirePermission(ctx, "connections.manage");
  const provider = ctx.providers[input.provider];
  if (!provider) throw new AppError("invalid", { fields: { provider: "choice" } });
  const { values: settings, problems } = checkFields(
    provider.settingsForm,
    input.settings,
    input.environment,
  );
  const name = input.name.trim().slice(0, 100);
  if (!name) problems.name = "required";
  const given = input.baseUrl.trim().replace(/\/+$/, "");
  const baseUrl = given || (input.environment === "simulator" ? "" : provider.baseUrls[input.environment]);
  if (!baseUrl) problems.base_url = "required";
  else if (!addressAllowed(baseUrl, input.environment)) problems.base_url = "address_not_allowed";
  if (input.environment !== "simulator" && ctx.clock.movable) problems.environment = "movable_clock";
  const credential = input.credential
    ? readNewCredential(ctx, provider, input.credential, input.environment)
    : null;
  if (credential && !credential.ok) Object.assign(problems, credential.problems);
  if (Object.keys(problems).length > 0) throw new AppError("invalid", { fields: problems });

  return inTransaction(ctx.db, (tx) =>
    once(tx, ctx, request, async () => {
      const now = ctx.clock.now();
      const id = newId("con", now);
      const secret = randomBytes(24).toString("base64url");
      const place = { creditorId: ctx.creditorId, table: "connections", rowId: id, field: "events_secret" };
      await tx.insert(connections).values({
        id,
        creditorId: ctx.creditorId,
        provider: provider.id,
        name,
        environment: input.environment,
        baseUrl,
        settings,
        eventsSecretSealed: ctx.vault.seal(place, secret),
        eventsSecretHash: hashToken(secret),
        nextPollAt: now,
        createdAt: now,
        version: 0,
      });
      audit(tx, ctx, {
        action: "connection.created",
        noun: "connection",
        subjectId: id,
        after: { provider: provider.id, name, environment: input.environment, baseUrl },
      });
      if (credential?.ok) await insertCredential(tx, ctx, id, credential);
      return id;
    }),
  );
}
