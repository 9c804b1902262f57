import { probeConnection } from "@/lib/connections/probe";
import type { Ctx } from "@/lib/context";
import { faultLine, log } from "@/lib/log";

const PATIENCE_MS = 4_000;

/**
 * The probe that follows a new credential, so that the page opens with what came of it. A slow one runs to its end and
 * is written down then; one that fails here can be made again by hand.
 */
export async function firstProbe(ctx: Ctx, connectionId: string): Promise<void> {
  const probe = probeConnection(ctx, connectionId).catch((error: unknown) => {
    log("error", "first probe failed", { connection: connectionId, fault: faultLine(error) });
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([probe, patience]);
  clearTimeout(timer);
}
