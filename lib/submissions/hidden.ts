import { and, eq, gte, isNull, ne, notLike, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { messages } from "@/db/schema";
import { WAITS_FOR_OWN } from "@/lib/evidence/adopt-payment";
import type { Submission } from "./lease";

/**
 * Whether the provider has told us since of something that nobody has seen there yet: it may be the very thing that is
 * asked about. An event is the provider's own word, so until that is read, or a person has it, absence proves nothing.
 * One that names another record of ours is about that; one that waits for this very answer would wait for ever.
 */
export async function mayBeHidden(tx: Pick<Tx, "select">, held: Submission): Promise<boolean> {
  // To name our address once more does no harm, and no event is about that.
  if (held.operation === "events.subscribe") return false;
  const sort = held.subjectId.slice(0, held.subjectId.indexOf("_") + 1);
  const [waiting] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.connectionId, held.connectionId),
        eq(messages.direction, "in"),
        gte(messages.at, held.sentAt ?? held.createdAt),
        eq(messages.state, "waiting"),
        or(isNull(messages.effect), ne(messages.effect, WAITS_FOR_OWN)),
        or(
          isNull(messages.subjectId),
          eq(messages.subjectId, held.subjectId),
          notLike(messages.subjectId, `${sort}%`),
        ),
      ),
    )
    .limit(1);
  return waiting !== undefined;
}
