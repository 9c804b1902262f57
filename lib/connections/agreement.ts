import { agreements } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { once, type RequestKey } from "@/lib/access/once";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { checkFields } from "@/lib/forms/check-fields";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";
import { newKey } from "@/lib/kernel/random";
import { agreementView } from "@/lib/mandates/agreement-view";
import { intend } from "@/lib/submissions/intend";
import { findConnection, providerOf } from "./open-line";

export interface NewAgreement {
  connectionId: string;
  /** The provider's agreement form, as given. */
  values: Record<string, string>;
}

/**
 * Adds a creditor agreement. Where the provider registers agreements, the intent to register it is left and it is
 * usable once the provider says so; elsewhere it is usable at once.
 */
export async function addAgreement(
  ctx: Ctx,
  input: NewAgreement,
  request?: RequestKey,
): Promise<{ agreementId: string; submissionId: string | null }> {
  requirePermission(ctx, "connections.manage");
  const connection = await findConnection(ctx.db.read, ctx.creditorId, input.connectionId);
  const provider = providerOf(ctx, connection);
  const { values, problems } = checkFields(provider.agreementForm, input.values, connection.environment);
  const more = provider.checkAgreement?.(values, connection.environment) ?? {};
  const fields = { ...more, ...problems };
  if (Object.keys(fields).length > 0) throw new AppError("invalid", { fields });
  const offers = provider.capabilities(connection.environment, connection.settings);
  const existing = values.existing_handle ?? null;
  const registers = offers.registerAgreement && !existing;
  const scheme = provider.schemes.find((one) => one.code === values.scheme) ?? provider.schemes[0];
  if (!scheme) throw new Error(`${provider.id} has no scheme`);
  let submissionId: string | null = null;
  const agreementId = await inTransaction(ctx.db, (tx) => {
    submissionId = null;
    return once(tx, ctx, request, async () => {
      const now = ctx.clock.now();
      const id = newId("agr", now);
      const [agreement] = await tx
        .insert(agreements)
        .values({
          id,
          creditorId: ctx.creditorId,
          connectionId: connection.id,
          name: values.name ?? values.pbs_number ?? scheme.code,
          scheme: scheme.code,
          values,
          providerId: existing,
          test: values.test === "true",
          // One taken over from before is asked about at the next poll; one that nobody registers is usable.
          state: offers.registerAgreement ? (existing ? "pending" : "draft") : "active",
          createdAt: now,
          version: 0,
        })
        .returning();
      if (!agreement) throw new Error("the agreement was not written");
      audit(tx, ctx, {
        action: "agreement.added",
        noun: "agreement",
        subjectId: id,
        after: { scheme: scheme.code, values },
      });
      if (registers)
        submissionId = await intend(tx, ctx, {
          connectionId: connection.id,
          noun: "agreement",
          subjectId: id,
          intent: { operation: "agreement.register", key: newKey(), agreement: agreementView(agreement) },
        });
      return id;
    });
  });
  return { agreementId, submissionId };
}
