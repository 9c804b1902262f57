import { z } from "zod";
import { settings } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import { parseAmount } from "@/lib/kernel/money";
import { refuseWith } from "./checked";
import { type LimitName, limitOf, limits, ofLimit } from "./limits";

const given = z.string().trim().min(1, "required");

/** How many. */
const whole = given.regex(/^\d{1,9}$/, "integer").transform(Number);

/** An amount as it is typed anywhere else, and also nothing. */
const amount = given.transform((text, ctx) => {
  if (/^0+([.,]0{1,2})?$/.test(text)) return 0;
  const read = parseAmount(text);
  if (read.ok) return read.amountMinor;
  ctx.addIssue({ code: "custom", message: read.problem });
  return z.NEVER;
});

/**
 * Sets what one person may do alone; 0: nothing. Our own number is not kept, so that a better one reaches everybody who
 * has not decided otherwise. Holds for what is let through from now on.
 */
export async function setLimit(ctx: Ctx, input: { name: LimitName; limit: string }): Promise<number> {
  requirePermission(ctx, "limits.manage");
  const { name } = input;
  const { counts, ours, most } = limits[name];
  const shape = z.object({
    limit: (counts === "mandates" ? whole : amount).refine((limit) => limit <= most, "out_of_range"),
  });
  const { limit } = refuseWith(shape.safeParse(input));
  await inTransaction(ctx.db, async (tx) => {
    const before = await limitOf(tx, ctx.creditorId, name);
    if (before === limit) return;
    if (limit === ours) await tx.delete(settings).where(ofLimit(ctx.creditorId, name));
    else
      await tx
        .insert(settings)
        .values({ creditorId: ctx.creditorId, name, value: limit })
        .onConflictDoUpdate({ target: [settings.creditorId, settings.name], set: { value: limit } });
    audit(tx, ctx, {
      action: "limit.set",
      noun: "limit",
      subjectId: name,
      before: { [counts]: before },
      after: { [counts]: limit },
    });
  });
  return limit;
}
