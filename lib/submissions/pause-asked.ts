import type { Exchange } from "@/lib/providers/contract";

/** Without a time of its own a pause is this long, and never longer than that: somebody may have mistyped it. */
const USUAL_MS = 30_000;
const LONGEST_MS = 3_600_000;

/** How long a provider wants no more calls; null when it says nothing of the kind. A 503 counts with a time only. */
export function pauseAsked({ result, sentAt }: Exchange): number | null {
  if (result.kind !== "answered") return null;
  const told = result.headers["retry-after"]?.trim() ?? "";
  const seconds = /^\d{1,6}$/.test(told) ? Number(told) : (Date.parse(told) - sentAt.getTime()) / 1000;
  const known = Number.isFinite(seconds) && seconds > 0;
  if (result.status !== 429 && !(result.status === 503 && known)) return null;
  return known ? Math.min(seconds * 1000, LONGEST_MS) : USUAL_MS;
}
