import type { Line, Probe } from "@/lib/providers/contract";
import { get, isPaysOwn } from "@/lib/providers/paynl/client";
import { debitsPath } from "@/lib/providers/paynl/prepare";
import { readSettings } from "@/lib/providers/paynl/settings";

/** A debit that cannot exist: being told so proves address, credential and right, and reads nobody's data. */
const NOBODYS_DEBIT = "IL-0000-0000-0000";

/** Any of these says that PAY. let us in and looked; it cannot have found anything. */
const UNDERSTOOD = [400, 404, 422];

/** Asks for a debit that does not exist. 401 is the credential, 403 a right that PAY. has not given. */
export async function probe(line: Line): Promise<Probe> {
  const settings = readSettings(line.settings, line.environment);
  const exchange = await get(line, `${debitsPath(settings)}/${NOBODYS_DEBIT}`);
  const answer = (ok: boolean, problem: Probe["problem"], detail: string): Probe => ({
    ok,
    exchange,
    identity: null,
    problem,
    detail,
  });
  if (line.environment === "sandbox")
    return answer(false, "wrong_environment", "PAY. has no known sandbox for direct debits");
  const { result } = exchange;
  if (result.kind !== "answered") return answer(false, "unreachable", result.cause);
  if (isPaysOwn(exchange, UNDERSTOOD)) return answer(true, null, "");
  if (result.status === 401)
    return answer(false, "credential_refused", "PAY. does not accept this code and secret");
  if (result.status === 403)
    return answer(
      false,
      "not_activated",
      "the credential has no right to direct debits: ask PAY. to switch it on",
    );
  return answer(false, "unexpected", `PAY. answered ${result.status}`);
}
