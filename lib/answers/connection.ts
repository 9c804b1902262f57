import { type Health, healthOf } from "@/lib/connections/health";
import type { Answer } from "./answer";

/** What of a connection decides whether anything is sent or heard of through it. */
export interface ConnectionFacts {
  id: string;
  name: string;
  hasCredential: boolean;
  expiresAt: Date | null;
  lastOkAt: Date | null;
  lastProblem: string | null;
  lastProblemAt: Date | null;
}

/** `before`: the cut-off that the credential should live to see, where there is one. */
export function connectionAsides(
  connection: ConnectionFacts,
  now: Date,
  before: Date | null,
): Answer["also"] {
  const { expiresAt, name } = connection;
  if (expiresAt && expiresAt <= now)
    return [{ code: "credential_expired", params: { connection: name, at: { moment: expiresAt } } }];
  const health: Health = healthOf(connection);
  if (health.state === "trouble")
    return [{ code: "trouble", params: { connection: name, at: { moment: health.at } } }];
  if (expiresAt && before && before >= now && expiresAt < before)
    return [{ code: "credential_expires", params: { connection: name, at: { moment: expiresAt } } }];
  return [];
}
