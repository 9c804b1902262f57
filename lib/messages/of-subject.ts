import { and, desc, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";

/** The exchanges that were made about one record, the newest first, without their bodies; at most 100. */
export function messagesOf(ctx: Ctx, subjectId: string) {
  requirePermission(ctx, "read");
  return ctx.db.read
    .select({
      id: messages.id,
      direction: messages.direction,
      title: messages.title,
      result: messages.result,
      status: messages.status,
      submissionId: messages.submissionId,
      at: messages.at,
    })
    .from(messages)
    .where(and(eq(messages.subjectId, subjectId), eq(messages.creditorId, ctx.creditorId)))
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(100);
}
