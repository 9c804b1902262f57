import type { LocalText } from "@/lib/kernel/locale";
import type { MandateRow } from "@/lib/mandates/columns";

/** A debtor's mandate, and why it cannot be charged, in the provider's words; null when it can. */
export interface DebtorMandate {
  mandate: MandateRow;
  obstacle: LocalText | null;
}

/** Whether a debtor can be charged, and if not why; the dictionary has a sentence for each code. */
export type DebtorStanding =
  | { code: "chargeable"; by: MandateRow; active: number }
  /** Active, and the provider says why it collects nothing itself. */
  | { code: "elsewhere"; says: LocalText }
  | { code: "unknown" | "waiting" | "invited" | "suspended" | "over" | "none" };

type State = MandateRow["state"];

/**
 * The most useful of what is true. What can be charged comes first, then what may become so, soonest first; only then
 * what is over. Of several mandates that can be charged, the newest.
 */
export function debtorStanding(found: readonly DebtorMandate[]): DebtorStanding {
  const active = found.filter((one) => one.mandate.state === "active");
  const able = active.find((one) => one.obstacle === null);
  if (able) return { code: "chargeable", by: able.mandate, active: active.length };
  const has = (...states: State[]) => found.some((one) => states.includes(one.mandate.state));
  if (found.some((one) => one.mandate.sending === "unknown")) return { code: "unknown" };
  const says = active[0]?.obstacle;
  if (says) return { code: "elsewhere", says };
  if (has("pending") || found.some((one) => one.mandate.sending === "sending")) return { code: "waiting" };
  if (has("invited")) return { code: "invited" };
  if (has("suspended")) return { code: "suspended" };
  return { code: found.length > 0 ? "over" : "none" };
}
