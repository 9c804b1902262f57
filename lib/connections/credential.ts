import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { connections, credentials } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { checkFields } from "@/lib/forms/check-fields";
import { AppError, type FieldProblem } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import type { CredentialFacts, Environment, ProviderModule, Values } from "@/lib/providers/contract";
import { findConnection, providerOf } from "./open-line";

type Read =
  | { ok: true; secrets: Values; facts: CredentialFacts }
  | { ok: false; problems: Record<string, FieldProblem> };

/** Checks a credential form and turns it into what is kept: a key file is opened, a password tried. */
export function readNewCredential(
  ctx: Ctx,
  provider: ProviderModule,
  given: Record<string, string>,
  environment: Environment,
): Read {
  const { values, problems } = checkFields(provider.credentialForm, given, environment);
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const read = provider.readCredential(values, ctx.clock.now());
  return read.ok ? read : { ok: false, problems: { ...read.problems } };
}

/** Seals a credential into the vault. It can be used and replaced, and never be read again by a person. */
export async function insertCredential(
  tx: Tx,
  ctx: Ctx,
  connectionId: string,
  { secrets, facts }: { secrets: Values; facts: CredentialFacts },
): Promise<string> {
  const now = ctx.clock.now();
  const id = newId("crd", now);
  await tx
    .update(credentials)
    .set({ retiredAt: now })
    .where(and(eq(credentials.connectionId, connectionId), isNull(credentials.retiredAt)));
  await tx.insert(credentials).values({
    id,
    creditorId: ctx.creditorId,
    connectionId,
    sealed: ctx.vault.seal(
      { creditorId: ctx.creditorId, table: "credentials", rowId: id, field: "sealed" },
      JSON.stringify(secrets),
    ),
    fingerprint: facts.fingerprint,
    lastFour: facts.lastFour,
    expiresAt: facts.expiresAt,
    createdAt: now,
    createdBy: ctx.actor.name,
  });
  // A new credential lifts what the old one was held for.
  await tx
    .update(connections)
    .set({ heldUntil: null, nextPollAt: now })
    .where(eq(connections.id, connectionId));
  audit(tx, ctx, {
    action: "credential.added",
    noun: "connection",
    subjectId: connectionId,
    after: { credential: id, fingerprint: facts.fingerprint, expiresAt: facts.expiresAt },
  });
  return id;
}

/** Replaces a connection's credential; the one before is retired at once. */
export async function addCredential(
  ctx: Ctx,
  input: { connectionId: string; values: Record<string, string> },
): Promise<string> {
  requirePermission(ctx, "connections.manage");
  const connection = await findConnection(ctx.db.read, ctx.creditorId, input.connectionId);
  const read = readNewCredential(ctx, providerOf(ctx, connection), input.values, connection.environment);
  if (!read.ok) throw new AppError("invalid", { fields: read.problems });
  return inTransaction(ctx.db, (tx) => insertCredential(tx, ctx, connection.id, read));
}
