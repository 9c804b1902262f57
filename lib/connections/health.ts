import type { Probe } from "@/lib/providers/contract";

/** What may be wrong with a connection: what a probe finds, and what keeps sends back. */
const troubleKinds = [
  "credential_refused",
  "not_activated",
  "clock",
  "wrong_environment",
  "unreachable",
  "unexpected",
  "rate",
  "silent",
] as const satisfies (NonNullable<Probe["problem"]> | "rate" | "silent")[];
export type TroubleKind = (typeof troubleKinds)[number];

export interface Trouble {
  kind: TroubleKind;
  /** The provider's answer or the network's, as it was noted. */
  detail: string;
}

export type Health =
  | { state: "no_credential" | "untried" | "works" }
  | { state: "trouble"; trouble: Trouble; at: Date };

export interface HealthFacts {
  hasCredential: boolean;
  lastOkAt: Date | null;
  lastProblem: string | null;
  lastProblemAt: Date | null;
}

/** How a connection fares by its last good and its last bad call; the later one tells. */
export function healthOf({ hasCredential, lastOkAt, lastProblem, lastProblemAt }: HealthFacts): Health {
  if (!hasCredential) return { state: "no_credential" };
  if (lastProblem !== null && lastProblemAt !== null && (lastOkAt === null || lastProblemAt >= lastOkAt))
    return { state: "trouble", trouble: readTrouble(lastProblem), at: lastProblemAt };
  return { state: lastOkAt === null ? "untried" : "works" };
}

/** Reads a noted problem, `kind: detail`. A refused send says `credential` where a probe says `credential_refused`. */
export function readTrouble(noted: string): Trouble {
  const [, word = "", detail = ""] = /^([a-z_]+): ?([\s\S]*)$/.exec(noted) ?? ["", "", noted];
  const kind = troubleKinds.find((one) => one === (word === "credential" ? "credential_refused" : word));
  return kind ? { kind, detail } : { kind: "unexpected", detail: noted };
}
