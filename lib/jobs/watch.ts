import type { Ctx } from "@/lib/context";
import { faultLine, log } from "@/lib/log";
import { dueWatches, watchConnection } from "@/lib/watch/watch";

/** Looks every connection over whose turn it is, one after the other: nothing here is in a hurry. */
export async function watchOnce(
  ctxFor: (creditorId: string) => Ctx,
  stopping: () => boolean = () => false,
): Promise<number> {
  const due = await dueWatches(ctxFor(""));
  for (const { id, creditorId } of due) {
    if (stopping()) break;
    try {
      await watchConnection(ctxFor(creditorId), id);
    } catch (error) {
      log("error", "watch failed", { connection: id, fault: faultLine(error) });
    }
  }
  return due.length;
}
