import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { submissions } from "@/db/schema";
import type { Ctx } from "@/lib/context";

/**
 * Gives a held intent its turn, as its record has moved without it: the last look before its permit then finds that
 * there is nothing left to send, and gives it up.
 */
export async function wakeHeld(tx: Tx, ctx: Ctx, subjectId: string): Promise<void> {
  await tx
    .update(submissions)
    .set({ nextAt: ctx.clock.now() })
    .where(
      and(
        eq(submissions.subjectId, subjectId),
        eq(submissions.state, "intended"),
        isNull(submissions.nextAt),
      ),
    );
}
