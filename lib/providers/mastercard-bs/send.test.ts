import { verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { mastercardBs } from "@/lib/providers/mastercard-bs/module";
import { baseString, baseUri, type Pair, parameterString } from "@/lib/providers/mastercard-bs/oauth";
import { listening, nowhere } from "@/lib/providers/mastercard-bs/testing/listener";
import {
  intent,
  lineTo,
  prepared,
  publicKey,
  secrets,
  uuid,
} from "@/lib/providers/mastercard-bs/testing/provider";

const received = { status: 201, body: { uuid, statusCode: "RECEIVED" } };

describe("sending", () => {
  it("sends the prepared bytes once, with a signature that holds over them", async () => {
    const listener = await listening(received);
    const exchange = await mastercardBs.send(lineTo(listener.url), prepared);
    expect(mastercardBs.interpret(intent, prepared, exchange, {}).kind).toBe("accepted");

    expect(listener.seen).toHaveLength(1);
    const [seen] = listener.seen;
    expect(seen).toMatchObject({
      method: "POST",
      path: "/betalingsservice/bs-creditor-api/delegated-mandates",
      body: prepared.body,
      headers: { "content-type": "application/json", accept: "application/json" },
    });
    const header = seen?.headers.authorization ?? "";
    const pairs: Pair[] = [...header.matchAll(/(oauth_\w+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [
      name,
      value,
    ]);
    const values = new Map(pairs);
    expect(values.get("oauth_consumer_key")).toBe(secrets.consumer_key);
    expect(values.get("oauth_timestamp")).toBe(String(Date.parse("2026-11-20T10:00:00Z") / 1_000));
    const text = baseString(
      "POST",
      baseUri(`http://${seen?.headers.host}${seen?.path}`),
      parameterString(pairs.filter(([name]) => name !== "oauth_signature")),
    );
    const signature = Buffer.from(decodeURIComponent(values.get("oauth_signature") ?? ""), "base64");
    expect(verify("sha256", Buffer.from(text), publicKey, signature)).toBe(true);
  });

  it("uses a fresh nonce each time for equal bytes", async () => {
    const listener = await listening(received);
    for (let time = 0; time < 3; time += 1) await mastercardBs.send(lineTo(listener.url), prepared);
    const nonces = listener.seen.map(
      ({ headers }) => /oauth_nonce="(\w{16})"/.exec(headers.authorization ?? "")?.[1],
    );
    expect(new Set(nonces).size).toBe(3);
    expect(new Set(listener.seen.map(({ body }) => body)).size).toBe(1);
  });

  it.each([
    ["no secrets", {}],
    ["a key that cannot be read", { ...secrets, private_key: "-----BEGIN PRIVATE KEY-----\nx" }],
  ])("sends nothing with %s, and is held for its credential", async (_, unfit) => {
    const listener = await listening(received);
    const exchange = await mastercardBs.send(lineTo(listener.url, { secrets: unfit }), prepared);
    expect(listener.seen).toHaveLength(0);
    expect(mastercardBs.interpret(intent, prepared, exchange, {})).toMatchObject({
      kind: "held",
      cause: "credential",
    });
  });

  it("is held when nobody listens, unknown when the line breaks, and follows no redirect", async () => {
    const read = async (url: string) =>
      mastercardBs.interpret(intent, prepared, await mastercardBs.send(lineTo(url), prepared), {});
    expect(await read(await nowhere())).toMatchObject({ kind: "held", cause: "unreachable" });
    expect(await read((await listening("hang up")).url)).toMatchObject({ kind: "unknown" });
    const elsewhere = await listening(received);
    const redirect = await listening({ status: 307, headers: { location: elsewhere.url } });
    expect(await read(redirect.url)).toMatchObject({ kind: "unknown" });
    expect(elsewhere.seen).toHaveLength(0);
    expect(await read("not an address")).toMatchObject({ kind: "held", cause: "unreachable" });
  });
});
