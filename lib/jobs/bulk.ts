import { tidyBulks } from "@/lib/bulk/tidy";
import { goingBulks, workBulk } from "@/lib/bulk/work";
import type { Ctx } from "@/lib/context";
import { faultLine, log } from "@/lib/log";

const HOUR_MS = 3_600_000;
let tidiedAt = 0;

/**
 * Some rows of every bulk work in turn, so that a small one need not wait for a large one. Apart from the rest: asking a
 * provider about many records takes long. Answers how many rows there were.
 */
export async function bulkOnce(
  ctxFor: (creditorId: string) => Ctx,
  stopping: () => boolean = () => false,
): Promise<number> {
  const any = ctxFor("");
  let rows = 0;
  for (const bulk of await goingBulks(any)) {
    if (stopping()) break;
    try {
      rows += await workBulk(ctxFor(bulk.creditorId), bulk, stopping);
    } catch (error) {
      log("error", "bulk work failed", { bulk: bulk.id, fault: faultLine(error) });
    }
  }
  if (rows === 0 && any.leases.now().getTime() - tidiedAt >= HOUR_MS) {
    tidiedAt = any.leases.now().getTime();
    await tidyBulks(any);
  }
  return rows;
}
