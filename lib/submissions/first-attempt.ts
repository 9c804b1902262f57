import type { Ctx } from "@/lib/context";
import { faultLine, log } from "@/lib/log";
import { sendSubmission } from "./send";

/** How long a person waits for the provider's answer before the page goes on without it. */
const PATIENCE_MS = 4_000;

/**
 * The first attempt at what a verb just committed, in the same request: the answer is there in about a second when the
 * provider is well. When it is slow the page goes on, the attempt runs to its end, and the record says "Sending". When
 * it fails here the worker goes on from the committed row. Nothing that happens here is an error of the verb.
 */
export async function firstAttempt(ctx: Ctx, submissionId: string | null): Promise<void> {
  if (!submissionId) return;
  const attempt = sendSubmission(ctx, submissionId).catch((error: unknown) => {
    log("error", "first attempt failed", { submission: submissionId, fault: faultLine(error) });
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([attempt, patience]);
  clearTimeout(timer);
}
