import { and, asc, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import { type Ctx, requirePermission } from "@/lib/context";
import type { Message } from "./get";

/** The exchanges of one submission, tries and questions, in their order; at most 100. */
export async function messagesOfSubmission(ctx: Ctx, submissionId: string): Promise<Message[]> {
  requirePermission(ctx, "read");
  return ctx.db.read
    .select()
    .from(messages)
    .where(and(eq(messages.submissionId, submissionId), eq(messages.creditorId, ctx.creditorId)))
    .orderBy(asc(messages.at), asc(messages.id))
    .limit(100);
}
