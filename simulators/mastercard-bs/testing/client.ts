import { createHash, generateKeyPairSync, type KeyLike, randomBytes, randomUUID, sign } from "node:crypto";
import { request } from "node:http";
import { z } from "zod";
import type { SimClock } from "../../kit/clock";

/** A clock that stands still until it is moved. */
export function standingClock(start: string): SimClock {
  let at = new Date(start);
  return {
    now: () => new Date(at),
    set: (instant) => {
      at = new Date(instant);
    },
  };
}

export function advance(clock: SimClock, seconds: number): void {
  clock.set(new Date(clock.now().getTime() + seconds * 1000));
}

export interface Reply {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** Sends exactly these headers and bytes. */
export function send(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: string | Buffer,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const bytes = Buffer.from(body);
    const outgoing = request(url, { method, headers: { ...headers, "content-length": bytes.length } });
    outgoing.on("error", reject);
    outgoing.on("response", (incoming) => {
      const parts: Buffer[] = [];
      incoming.on("data", (part: Buffer) => parts.push(part));
      incoming.on("error", reject);
      incoming.on("end", () => {
        const received = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: Object.fromEntries(received),
          text: Buffer.concat(parts).toString("utf8"),
        });
      });
    });
    outgoing.end(bytes);
  });
}

/** Posts JSON to a control route; throws unless it answers 200. */
export async function control<T>(url: string, path: string, input: object, shape: z.ZodType<T>): Promise<T> {
  const reply = await send(
    `${url}/_sim/${path}`,
    "POST",
    { "content-type": "application/json" },
    JSON.stringify(input),
  );
  if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.text}`);
  return shape.parse(JSON.parse(reply.text));
}

export const anything = z.unknown();

const keyShape = z.object({
  consumerKey: z.string(),
  p12: z.string(),
  pem: z.string(),
  fingerprint: z.string(),
  expiresAt: z.string(),
});
export type TestKey = Pick<z.infer<typeof keyShape>, "consumerKey" | "pem">;

export function makeKey(url: string, input: object = {}): Promise<z.infer<typeof keyShape>> {
  const all = { environment: "sandbox", alias: "keyalias", password: "keystorepassword", ...input };
  return control(url, "keys", all, keyShape);
}

const shared = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

/** Registers the key pair of this test file, which is quicker than to have one made. `client` and `key`: a letter each. */
export async function registerKey(
  url: string,
  input: object = {},
  client = "c",
  key = "k",
): Promise<TestKey> {
  const consumerKey = `${client.repeat(48)}!${key.repeat(48)}`;
  const all = { environment: "sandbox", consumerKey, publicKeyPem: shared.publicKey, ...input };
  await control(url, "keys", all, anything);
  return { consumerKey, pem: shared.privateKey };
}

const strict = (text: string) =>
  [...Buffer.from(text, "utf8")]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return /[A-Za-z0-9._~-]/.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");

export interface Signing {
  consumerKey: string;
  pem: KeyLike;
  now: Date;
  method?: string;
  nonce?: string;
  /** Takes the place of single header parameters; undefined leaves one out. */
  parameters?: Record<string, string | undefined>;
  /** The values stand percent-encoded in the header, and are signed like that. */
  encodeValues?: boolean;
  /** Signed in place of the body. */
  signedBody?: string;
}

/** The test's own OAuth 1.0a signer: an Authorization header for a POST without a query. */
export function authorization(url: string, body: string | Buffer, options: Signing): string {
  const parameters: Record<string, string | undefined> = {
    oauth_body_hash: createHash("sha256")
      .update(options.signedBody ?? body)
      .digest("base64"),
    oauth_consumer_key: options.consumerKey,
    oauth_nonce: options.nonce ?? randomBytes(8).toString("hex"),
    oauth_signature_method: "RSA-SHA256",
    oauth_timestamp: String(Math.floor(options.now.getTime() / 1000)),
    oauth_version: "1.0",
    ...options.parameters,
  };
  const pairs = Object.keys(parameters)
    .filter((name) => name !== "oauth_signature")
    .sort()
    .flatMap((name) => {
      const value = parameters[name];
      return value === undefined ? [] : [{ name, value: options.encodeValues ? strict(value) : value }];
    });
  const joined = pairs.map(({ name, value }) => `${name}=${value}`).join("&");
  const base = `${options.method ?? "POST"}&${strict(url)}&${strict(joined)}`;
  const signature = strict(sign("RSA-SHA256", Buffer.from(base), options.pem).toString("base64"));
  const given = "oauth_signature" in parameters ? parameters.oauth_signature : signature;
  const all = given === undefined ? pairs : [...pairs, { name: "oauth_signature", value: given }];
  return `OAuth ${all.map(({ name, value }) => `${name}="${value}"`).join(",")}`;
}

export const SANDBOX = "/betalingsservice/bs-creditor-api-sandbox/delegated-mandates";
export const PRODUCTION = "/betalingsservice/bs-creditor-api/delegated-mandates";

export interface Fields {
  uuid?: string;
  pbsNumber?: number;
  account?: string;
  reference?: string;
}

export function createBody(fields: Fields = {}): { uuid: string; text: string } {
  const uuid = fields.uuid ?? randomUUID();
  const text = JSON.stringify({
    uuid,
    debtorIdentity: { cprNumber: "0101701234" },
    debtorAccountInformation: { debtorRegNo: "0040", debtorAccountNo: fields.account ?? "0440116243" },
    creditorsDebtorReference: fields.reference ?? "000000000012345",
    creditorData: { pbsNumber: fields.pbsNumber ?? 2_056_372, debtorGroupNumber: 1 },
  });
  return { uuid, text };
}

/** A well-behaved client of one environment. */
export class TestClient {
  constructor(
    private readonly url: string,
    private readonly clock: SimClock,
    private readonly key: TestKey,
    private readonly path: string = SANDBOX,
  ) {}

  post(body: string | Buffer, suffix = "", signing: Partial<Signing> = {}): Promise<Reply> {
    const target = `${this.url}${this.path}${suffix}`;
    const header = authorization(target, body, { ...this.key, now: this.clock.now(), ...signing });
    return send(target, "POST", { authorization: header, "content-type": "application/json" }, body);
  }

  /** Creates and returns the UUID; throws unless it was accepted. */
  async create(fields: Fields = {}): Promise<string> {
    const { uuid, text } = createBody(fields);
    const reply = await this.post(text);
    if (reply.status !== 201) throw new Error(`${reply.status} ${reply.text}`);
    return uuid;
  }

  async search(...uuids: string[]): Promise<unknown> {
    const reply = await this.post(JSON.stringify({ uuids }), "/searches");
    if (reply.status !== 200) throw new Error(`${reply.status} ${reply.text}`);
    return JSON.parse(reply.text);
  }
}

const gatewayShape = z.strictObject({
  Errors: z.strictObject({
    Error: z.array(
      z.strictObject({
        Source: z.string(),
        ReasonCode: z.string(),
        Description: z.string(),
        Recoverable: z.boolean(),
        Details: z.null(),
      }),
    ),
  }),
});

/** The errors of an answer in the gateway's shape; throws when it has another. */
export function gatewayErrors(text: string) {
  return gatewayShape.parse(JSON.parse(text)).Errors.Error;
}
