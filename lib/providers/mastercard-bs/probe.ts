import { randomUUID } from "node:crypto";
import type { Line, Probe } from "@/lib/providers/contract";
import { keyUnusable, search } from "@/lib/providers/mastercard-bs/client";
import { accessTrouble, readFault } from "@/lib/providers/mastercard-bs/refusals";
import { readSettings } from "@/lib/providers/mastercard-bs/settings";

/**
 * Searches for a request that never was: it changes nothing, and a good answer proves address, key, rights and clock.
 * Whether the creditor's numbers are right it cannot show.
 */
export async function probe(line: Line): Promise<Probe> {
  const { exchange, answer } = await search(line, [randomUUID()]);
  if (answer !== null) return { ok: true, exchange, identity: null, problem: null, detail: "" };
  return { ok: false, exchange, identity: null, ...troubleOf(line, exchange) };
}

function troubleOf(line: Line, exchange: Probe["exchange"]): Pick<Probe, "problem" | "detail"> {
  const { result } = exchange;
  if (result.kind === "not_sent")
    return result.cause === keyUnusable
      ? { problem: "credential_refused", detail: "the stored key cannot be read" }
      : { problem: "unreachable", detail: result.cause };
  if (result.kind === "lost") return { problem: "unreachable", detail: `${result.cause}: ${result.detail}` };

  const fault = readFault(result.status, result.body);
  const said = [`HTTP ${result.status}`, fault.code, fault.text].filter(Boolean).join(" · ");
  const { clockToleranceMs } = readSettings(line.settings);
  const trouble = result.status < 400 ? null : accessTrouble(fault, exchange, clockToleranceMs);
  if (trouble === null) return { problem: "unexpected", detail: said };
  // The signature was good enough to reach the service, which then said no; only production asks for an activation.
  const pastGateway = fault.status === 403 && fault.raisedBy === "service";
  if (trouble.problem === "credential_refused" && pastGateway && line.environment !== "sandbox")
    return { problem: "not_activated", detail: trouble.detail };
  return trouble;
}
