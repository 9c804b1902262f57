import type { SimAnswer } from "../kit/simulator";
import type { Body } from "./body";
import { Refusal } from "./refusal";
import type { Merchant, Owned, State } from "./state";

/** One authenticated call of the provider's surface, as its handlers see it. */
export interface Call {
  state: State;
  merchant: Merchant;
  now: Date;
  /** The `{…}` of the path; empty when it has none. */
  param: string;
  query: Map<string, string>;
  idempotencyKey: string | null;
  /** Reads the body, or refuses what is not JSON. */
  body(): Body;
}

/** A path is written in lower case; one segment may be `{…}`. */
export interface Route<C> {
  method: string;
  path: string;
  answer(call: C): SimAnswer;
}

function paramOf(pattern: string, path: string): string | null {
  const wanted = pattern.split("/");
  const found = path.replace(/\/$/, "").split("/");
  if (wanted.length !== found.length) return null;
  let param = "";
  for (const [i, want] of wanted.entries()) {
    const have = found[i] ?? "";
    if (want.startsWith("{")) param = have;
    else if (want !== have.toLowerCase()) return null;
  }
  try {
    return decodeURIComponent(param);
  } catch {
    return null;
  }
}

/** The first route that fits. Paths are matched without regard to case, as ASP.NET does; parameters keep theirs. */
export function findRoute<C>(routes: readonly Route<C>[], method: string, path: string) {
  for (const route of routes) {
    if (route.method !== method) continue;
    const param = paramOf(route.path, path);
    if (param !== null) return { route, param };
  }
  return undefined;
}

/** What belongs to this merchant, in the order it was made. */
export function ownedBy<T extends Owned>(items: T[], merchant: string): T[] {
  return items.filter((one) => one.merchant === merchant);
}

/** By handle or id. Another merchant's thing is answered like one that does not exist. */
export function findOwned<T extends Owned & { id?: string }>(
  items: T[],
  merchant: string,
  idOrHandle: string,
): T | undefined {
  const id = idOrHandle.toLowerCase();
  return items.find((one) => one.merchant === merchant && (one.handle === idOrHandle || one.id === id));
}

/** A thing another stored thing points to. */
export function byHandle<T extends Owned>(items: T[], handle: string): T {
  const found = items.find((one) => one.handle === handle);
  if (!found) throw new Refusal(500, `${handle} is missing from the state.`);
  return found;
}
