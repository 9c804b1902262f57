import type { Line, Probe } from "@/lib/providers/contract";
import { get } from "./calls";
import { explain } from "./refusals";
import { readSettings } from "./settings";
import { readJson, readProblem } from "./wire";

/** Asks who we are. Of the answer only the status counts: its fields are not published, and one is read if it is there. */
export async function probe(line: Line): Promise<Probe> {
  const { paths, identityMember } = readSettings(line.settings, line.environment);
  const exchange = await get(line, paths.me);
  const { result } = exchange;
  if (result.kind !== "answered")
    return { ok: false, exchange, identity: null, problem: "unreachable", detail: result.cause };
  const value = readJson(result.body);
  const ok = result.status >= 200 && result.status < 300 && typeof value === "object" && value !== null;
  const said: unknown = ok ? Object.entries(value).find(([name]) => name === identityMember)?.[1] : null;
  const identity = typeof said === "string" && said.length <= 100 ? said : null;
  if (ok) return { ok, exchange, identity, problem: null, detail: "" };
  const detail = explain(result.status, readProblem(value));
  if (result.status === 401) return { ok, exchange, identity, problem: "credential_refused", detail };
  return { ok, exchange, identity, problem: result.status === 403 ? "not_activated" : "unexpected", detail };
}
