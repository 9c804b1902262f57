import { type Ctx, requirePermission } from "@/lib/context";
import { findSubmission } from "./decide";
import type { Submission } from "./lease";
import { lookUpSubmission } from "./look-up";
import { isParked } from "./states";
import { tryAgain } from "./try-again";

/** "Ask again": looks an unknown outcome up now, whatever its turn is. Sends nothing. Answers what is known then. */
export async function askAgain(ctx: Ctx, id: string): Promise<Submission> {
  requirePermission(ctx, "submissions.ask");
  if (isParked(await findSubmission(ctx, id))) await tryAgain(ctx, id);
  await lookUpSubmission(ctx, id);
  return findSubmission(ctx, id);
}
