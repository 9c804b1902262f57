import type { SimAnswer } from "../kit/simulator";
import { Refusal } from "./refusal";
import type { State } from "./state";

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const HOUR_MS = 3_600_000;

/** The key of a writing call, or null; refuses what is not the documented UUID v4. */
export function readKey(headers: Record<string, string>): string | null {
  const key = headers["idempotency-key"];
  if (key === undefined) return null;
  if (!UUID_V4.test(key)) throw new Refusal(422, "Idempotency-Key must be a UUID v4.");
  return key.toLowerCase();
}

/**
 * The first answer to a key, success or failure, is saved; later calls get it again with status 208 and change nothing,
 * whatever their path or body. https://docs.debitdirect.io/api-reference/idempotency
 */
export function onceFor(
  state: State,
  merchant: string,
  key: string | null,
  now: Date,
  work: () => SimAnswer,
): SimAnswer {
  if (key === null) return work();
  const name = `${merchant}:${key}`;
  const saved = state.saved[name];
  const life = state.settings.idempotencyHours * HOUR_MS;
  if (saved && now.getTime() - Date.parse(saved.at) < life) return { status: 208, body: saved.body };
  const answer = work();
  state.saved[name] = {
    status: answer.status,
    body: JSON.stringify(answer.body),
    at: now.toISOString(),
  };
  return answer;
}

/** Drops answers that can no longer be replayed. */
export function forgetOldKeys(state: State, now: Date): void {
  const oldest = now.getTime() - state.settings.idempotencyHours * HOUR_MS;
  for (const [name, saved] of Object.entries(state.saved))
    if (Date.parse(saved.at) <= oldest) delete state.saved[name];
}
