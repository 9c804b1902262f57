import { and, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { submissions } from "@/db/schema";
import type { Ctx } from "@/lib/context";
import { openTask } from "@/lib/tasks/tasks";
import type { Source } from "./source";

interface Seen {
  noun: "mandate" | "payment";
  before: { id: string; state: string; sending: string; debtorName: string };
  after: { state: string };
}

/** Nothing of it was proven to be at the provider. */
const notThereYet: readonly string[] = ["draft", "ready"];

/**
 * A person said that it did not happen, and now the provider shows it: it is taken over like any other evidence, and
 * somebody must look, for what was done after the verdict may have made a second one.
 */
export async function noteAgainstVerdict(tx: Tx, ctx: Ctx, seen: Seen, source: Source): Promise<void> {
  const { noun, before, after } = seen;
  // What an open submission brings is its own answer and stands against no verdict.
  if (source.submissionId || before.sending !== "none") return;
  if (!notThereYet.includes(before.state) || after.state === before.state) return;
  const [last] = await tx
    .select({ resolution: submissions.resolution, by: submissions.resolvedBy })
    .from(submissions)
    .where(and(eq(submissions.subjectId, before.id), eq(submissions.operation, `${noun}.create`)))
    .orderBy(desc(submissions.createdAt))
    .limit(1);
  if (last?.resolution !== "did_not_happen") return;
  await openTask(tx, ctx, {
    kind: "mismatch",
    noun,
    subjectId: before.id,
    role: "finance",
    params: {
      theirs: after.state,
      debtor: before.debtorName,
      verdict: "did_not_happen",
      by: last.by ?? "",
    },
  });
}
