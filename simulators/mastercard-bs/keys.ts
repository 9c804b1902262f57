import { createHash, createPublicKey, generateKeyPair, type KeyObject, randomBytes } from "node:crypto";
import { promisify } from "node:util";
import forge from "node-forge";
import { z } from "zod";
import type { SimClock } from "../kit/clock";
import type { Store } from "../kit/store";
import { certificateFor, legacyContainer, modernContainer } from "./container";
import { type Client, ENVIRONMENTS, type Key, type State } from "./state";

const CLIENT_ID = /^[A-Za-z0-9_-]{48}$/;
const CONSUMER_KEY = /^[A-Za-z0-9_-]{48}![A-Za-z0-9_-]{48}$/;

const generated = z.strictObject({
  environment: z.enum(ENVIRONMENTS),
  /** Also the common name of the certificate, which holds at most 64 characters. */
  alias: z.string().regex(/^[\x20-\x7e]{1,64}$/),
  password: z.string().regex(/^[\x20-\x7e]{1,64}$/),
  legacy: z.boolean().default(false),
  activated: z.boolean().optional(),
  /** A further key for this client; left out: a new client. */
  clientId: z.string().regex(CLIENT_ID).optional(),
});

const registered = z.strictObject({
  environment: z.enum(ENVIRONMENTS),
  consumerKey: z.string().regex(CONSUMER_KEY),
  publicKeyPem: z.string(),
  alias: z.string().default(""),
  activated: z.boolean().optional(),
});

/** What is asked of the key generator: a new key pair, or the registration of one made elsewhere. */
export const keyRequestSchema = z.union([registered, generated]);

type KeyRequest = z.infer<typeof keyRequestSchema>;

interface MadeKey {
  consumerKey: string;
  fingerprint: string;
  expiresAt: string;
  /** PKCS#12 in base64; only where the key was made here. */
  p12?: string;
  /** The private key, PKCS#8; only where the key was made here. */
  pem?: string;
}

/** A request that cannot be fulfilled, for instance a consumer key that exists already. */
export class KeyRefused extends Error {}

function yearAfter(instant: Date): Date {
  const later = new Date(instant);
  later.setUTCFullYear(later.getUTCFullYear() + 1);
  return later;
}

/** 32 hexadecimal digits and 16 zeros, as in consumer keys seen in public. */
const newKeyId = () => randomBytes(16).toString("hex") + "0".repeat(16);
const newClientId = () => randomBytes(36).toString("base64url");

/** The portal's part: developer projects and their keys. Private keys are handed out once and not kept. */
export class KeyRing {
  constructor(
    private readonly store: Store<State>,
    private readonly clock: SimClock,
  ) {}

  async make(request: KeyRequest): Promise<MadeKey> {
    return "publicKeyPem" in request ? this.register(request) : await this.generate(request);
  }

  /** Ends a key's life now. False: no such key. */
  expire(consumerKey: string): boolean {
    const key = this.store.state.keys.find((one) => one.consumerKey === consumerKey);
    if (!key) return false;
    key.expiresAt = this.clock.now().toISOString();
    this.store.save();
    return true;
  }

  /** Ties the client behind a key to its creditor, or unties it. False: no such key. */
  activate(consumerKey: string, activated: boolean): boolean {
    const key = this.store.state.keys.find((one) => one.consumerKey === consumerKey);
    const client = this.store.state.clients.find((one) => one.clientId === key?.clientId);
    if (!client) return false;
    client.activated = activated;
    this.store.save();
    return true;
  }

  private async generate(request: z.infer<typeof generated>): Promise<MadeKey> {
    const pair = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
    const pem = pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const privateKey = forge.pki.privateKeyFromPem(pem);
    const from = this.clock.now();
    const certificate = certificateFor(privateKey, request.alias, from, yearAfter(from));
    // Looked up after the waiting: two requests at once may be for one new client.
    const client = this.clientFor(request.clientId ?? newClientId(), request.environment);
    const contents = { privateKey, certificate, alias: request.alias, password: request.password };
    const p12 = (request.legacy ? legacyContainer(contents) : modernContainer(contents)).toString("base64");
    const consumerKey = `${client.clientId}!${newKeyId()}`;
    const key = this.keep(client, consumerKey, request.alias, pair.publicKey, from, request.activated);
    return { ...key, p12, pem };
  }

  private register(request: z.infer<typeof registered>): MadeKey {
    const { consumerKey, environment, publicKeyPem, alias, activated } = request;
    if (this.store.state.keys.some((one) => one.consumerKey === consumerKey))
      throw new KeyRefused("this consumer key exists already");
    const publicKey = readPublicKey(publicKeyPem);
    const client = this.clientFor(consumerKey.slice(0, 48), environment);
    return this.keep(client, consumerKey, alias, publicKey, this.clock.now(), activated);
  }

  private clientFor(clientId: string, environment: Client["environment"]): Client {
    const known = this.store.state.clients.find((one) => one.clientId === clientId);
    if (known && known.environment !== environment)
      throw new KeyRefused(`this client id belongs to ${known.environment}`);
    return known ?? { clientId, environment, activated: false };
  }

  private keep(
    client: Client,
    consumerKey: string,
    alias: string,
    publicKey: KeyObject,
    from: Date,
    activated: boolean | undefined,
  ): MadeKey {
    const { clients, keys } = this.store.state;
    const der = publicKey.export({ type: "spki", format: "der" });
    const key: Key = {
      consumerKey,
      clientId: client.clientId,
      alias,
      publicKeyPem: publicKey.export({ type: "spki", format: "pem" }).toString(),
      fingerprint: createHash("sha256").update(der).digest("hex"),
      createdAt: from.toISOString(),
      expiresAt: yearAfter(from).toISOString(),
    };
    if (!clients.includes(client)) clients.push(client);
    if (activated !== undefined) client.activated = activated;
    keys.push(key);
    this.store.save();
    return { consumerKey, fingerprint: key.fingerprint, expiresAt: key.expiresAt };
  }
}

function readPublicKey(pem: string): KeyObject {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyType === "rsa") return key;
  } catch {
    // Falls through to the one refusal.
  }
  throw new KeyRefused("publicKeyPem is not an RSA public key");
}
