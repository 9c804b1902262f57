import type { Credential, Location, State } from "./state";

/**
 * HTTP Basic with either pair: `AT-####-####` and its token, or `SL-####-####` and the sales location's secret.
 * Source: https://developer.pay.nl/docs/1-create-a-mandate
 */
export function signedIn(state: State, header: string | undefined): Credential | undefined {
  const encoded = /^Basic +([A-Za-z0-9+/=]+) *$/i.exec(header ?? "")?.[1];
  if (encoded === undefined) return undefined;
  const pair = Buffer.from(encoded, "base64").toString("utf8");
  const colon = pair.indexOf(":");
  if (colon === -1) return undefined;
  const user = pair.slice(0, colon);
  const credential = Object.hasOwn(state.credentials, user) ? state.credentials[user] : undefined;
  return credential?.secret === pair.slice(colon + 1) ? credential : undefined;
}

/** A token reaches every sales location of its merchant, a sales location only itself. */
export function mayUse(credential: Credential, location: Location | undefined): boolean {
  if (!location || location.merchant !== credential.merchant) return false;
  return credential.user.startsWith("AT-") || credential.user === location.code;
}
