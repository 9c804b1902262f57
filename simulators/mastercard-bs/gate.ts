import type { SimClock } from "../kit/clock";
import type { SimAnswer, SimRequest } from "../kit/simulator";
import type { Store } from "../kit/store";
import { gatewayError } from "./errors";
import {
  bodyHash,
  decoded,
  OAUTH_PARAMETERS,
  type OAuthHeader,
  parseOAuthHeader,
  type RequestTarget,
  signatureBaseString,
  signatureFits,
} from "./oauth";
import type { Environment, Key, State } from "./state";

export type Admission = { clientId: string } | { refusal: SimAnswer };

const failed = (text: string) => gatewayError(403, "AUTHENTICATION_FAILED", text);
const DECLINED = "Unauthorized - Access Not Granted";

function targetOf(request: SimRequest): RequestTarget {
  return {
    method: request.method,
    // Behind a proxy that ends TLS the client signed https.
    scheme: request.headers["x-forwarded-proto"] === "https" ? "https" : "http",
    host: request.headers.host ?? "",
    path: request.path,
    query: request.url.search,
  };
}

/** Everything that stands before the service: OAuth, key, clock, body hash, signature, activation, rate; in that order. */
export class Gate {
  private readonly served = new Map<string, { second: number; count: number }>();

  constructor(
    private readonly store: Store<State>,
    private readonly clock: SimClock,
  ) {}

  admit(request: SimRequest, environment: Environment): Admission {
    const text = request.headers.authorization;
    if (!text) return { refusal: gatewayError(401, "DECLINED", `${DECLINED}: no Authorization header.`) };
    const header = parseOAuthHeader(text);
    if (!header) return { refusal: failed("The Authorization header is not a valid OAuth 1.0a header.") };
    const form = this.refusedForm(header);
    if (form) return { refusal: form };
    const key = this.keyOf(header, environment);
    if (!key) return { refusal: gatewayError(401, "DECLINED", `${DECLINED}: unknown consumer key.`) };
    const refusal =
      this.refusedTime(header, key) ?? this.refusedContent(request, header, key) ?? this.refusedClient(key);
    return refusal ? { refusal } : { clientId: key.clientId };
  }

  private keyOf(header: OAuthHeader, environment: Environment): Key | undefined {
    const consumerKey = decoded(header, "oauth_consumer_key");
    const key = this.store.state.keys.find((one) => one.consumerKey === consumerKey);
    const client = this.store.state.clients.find((one) => one.clientId === key?.clientId);
    return client?.environment === environment ? key : undefined;
  }

  private refusedForm(header: OAuthHeader): SimAnswer | undefined {
    const missing = OAUTH_PARAMETERS.filter((name) => decoded(header, name) === undefined);
    if (missing.length > 0)
      return gatewayError(401, "DECLINED", `${DECLINED}: ${missing.join(", ")} missing or unreadable.`);
    if (decoded(header, "oauth_signature_method") !== "RSA-SHA256")
      return failed("The oauth_signature_method must be RSA-SHA256.");
    if (decoded(header, "oauth_version") !== "1.0") return failed("The oauth_version must be 1.0.");
    return undefined;
  }

  private refusedTime(header: OAuthHeader, key: Key): SimAnswer | undefined {
    const now = this.clock.now();
    const window = this.store.state.settings.timestampWindowSeconds;
    if (key.expiresAt <= now.toISOString())
      return gatewayError(403, "DECLINED", `${DECLINED}: the key has expired.`);
    const stamp = decoded(header, "oauth_timestamp") ?? "";
    const seconds = Math.floor(now.getTime() / 1000);
    if (!/^\d{1,12}$/.test(stamp) || Math.abs(Number(stamp) - seconds) > window)
      return failed(
        `The oauth_timestamp ${stamp} is outside the window of ${window} seconds around ${seconds}.`,
      );
    const used = Object.values(this.store.state.nonces).some((minute) =>
      Object.hasOwn(minute, nonceKey(header)),
    );
    return used ? failed("The oauth_nonce was used before.") : undefined;
  }

  private refusedContent(request: SimRequest, header: OAuthHeader, key: Key): SimAnswer | undefined {
    const calculated = bodyHash(request.raw);
    const received = decoded(header, "oauth_body_hash") ?? "";
    if (received !== calculated)
      return gatewayError(
        400,
        "INVALID_BODY_HASH",
        `The provided oauth_body_hash does not match the SHA256 hash of the request payload. Calculated: ${calculated}, Received: ${received}`,
      );
    const base = signatureBaseString(targetOf(request), header);
    if (!signatureFits(base, header, key.publicKeyPem))
      return failed(`OAuth signatures did not match. Acceptable signature base string: ${base}`);
    this.remember(header);
    return undefined;
  }

  /** Only a nonce that came with a good signature is used up. */
  private remember(header: OAuthHeader): void {
    const { nonces, settings } = this.store.state;
    const oldest =
      Math.floor((this.clock.now().getTime() / 1000 - 2 * settings.timestampWindowSeconds) / 60) - 1;
    for (const minute of Object.keys(nonces)) if (Number(minute) < oldest) delete nonces[minute];
    const minute = String(Math.floor(Number(decoded(header, "oauth_timestamp")) / 60));
    const used = nonces[minute] ?? {};
    used[nonceKey(header)] = true;
    nonces[minute] = used;
  }

  private refusedClient(key: Key): SimAnswer | undefined {
    const { clients, settings } = this.store.state;
    const client = clients.find((one) => one.clientId === key.clientId);
    if (client?.environment === "production" && !client.activated)
      // The status and text of this refusal are not public.
      return gatewayError(403, "DECLINED", `${DECLINED}: the client id is not activated.`, {
        source: "bs-creditor-api",
      });
    const second = Math.floor(this.clock.now().getTime() / 1000);
    const seen = this.served.get(key.clientId);
    const count = seen?.second === second ? seen.count + 1 : 1;
    this.served.set(key.clientId, { second, count });
    if (settings.ratePerSecond > 0 && count > settings.ratePerSecond)
      return gatewayError(429, "RATE_LIMIT_EXCEEDED", "Too many requests.", { recoverable: true });
    return undefined;
  }
}

function nonceKey(header: OAuthHeader): string {
  return `${decoded(header, "oauth_consumer_key")} ${decoded(header, "oauth_nonce")}`;
}
