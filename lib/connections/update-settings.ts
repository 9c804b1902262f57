import { and, eq } from "drizzle-orm";
import { connections } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { checkFields } from "@/lib/forms/check-fields";
import { AppError } from "@/lib/kernel/errors";
import { findConnection, providerOf } from "./open-line";

/**
 * Sets what this connection assumes of its provider, checked by the provider's own settings form. `version` is the one
 * that was looked at: somebody else's change in between is refused, not overwritten.
 */
export async function updateSettings(
  ctx: Ctx,
  input: { connectionId: string; version: number; values: Record<string, string> },
): Promise<void> {
  requirePermission(ctx, "connections.manage");
  const connection = await findConnection(ctx.db.read, ctx.creditorId, input.connectionId);
  const form = providerOf(ctx, connection).settingsForm;
  const { values, problems } = checkFields(form, input.values, connection.environment);
  if (Object.keys(problems).length > 0) throw new AppError("invalid", { fields: problems });
  await inTransaction(ctx.db, async (tx) => {
    const [changed] = await tx
      .update(connections)
      .set({ settings: values, version: input.version + 1 })
      .where(and(eq(connections.id, connection.id), eq(connections.version, input.version)))
      .returning();
    if (!changed) throw new AppError("changed_meanwhile");
    audit(tx, ctx, {
      action: "connection.settings_changed",
      noun: "connection",
      subjectId: connection.id,
      before: differing(connection.settings, values),
      after: differing(values, connection.settings),
    });
  });
}

/** The entries of one that are not the same in the other. */
function differing(
  one: Readonly<Record<string, string>>,
  other: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(one).filter(([name, value]) => other[name] !== value));
}
