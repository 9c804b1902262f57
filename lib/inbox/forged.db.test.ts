import { createHmac } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { messages } from "@/db/schema";
import type { Incoming } from "@/lib/providers/contract";
import { deskOnPaynl, inboxOf, SHOP_SECRET } from "@/lib/testing/paynl";

vi.setConfig({ testTimeout: 30_000 });

const start = "2026-11-19T09:00:00Z";

describe("W4: a forged exchange call", () => {
  const sign = (body: string, secret: string, algorithm: string) =>
    createHmac(algorithm === "sha512" ? "sha512" : "sha256", secret)
      .update(body)
      .digest("hex");
  const post = (body: string, headers: Record<string, string>): Incoming => ({
    method: "POST",
    query: {},
    headers: { "content-type": "application/json", ...headers },
    body: new TextEncoder().encode(body),
  });

  it("is refused, keeps nothing and changes nothing, whatever is wrong with its signature", async () => {
    const at = await deskOnPaynl(start);
    at.open = false;
    const id = await at.mandate();
    const { providerId } = await at.readMandate(id);
    const body = JSON.stringify({ action: "incassocollected", mandateId: providerId, extra1: id });
    const good = {
      "signature-method": "HMAC",
      "signature-keyid": "SL-1000-2000",
      "signature-algorithm": "sha256",
      signature: sign(body, SHOP_SECRET, "sha256"),
    };
    const forged: Incoming[] = [
      post(body, { ...good, signature: sign(body, "another secret", "sha256") }),
      post(body.replace("collected", "storno"), good),
      post(body, { ...good, signature: "" }),
      post(body, { ...good, signature: good.signature.slice(0, -2) }),
      post(body, { ...good, "signature-algorithm": "sha1" }),
      post(body, { ...good, "signature-algorithm": "none" }),
      post(body, { ...good, "signature-algorithm": "../../etc/passwd" }),
      post(body, { ...good, "signature-keyid": "SL-9999-9999" }),
      post(body, { ...good, "signature-keyid": "__proto__" }),
      post(body, { ...good, "signature-method": "NONE" }),
    ];
    for (const incoming of forged) expect((await at.receive(incoming)).status).toBe(401);
    expect(await inboxOf(at)).toEqual([]);
    // The true one still gets in: no forged copy has taken its place.
    expect((await at.receive(post(body, good))).status).toBe(200);
    expect(await inboxOf(at)).toMatchObject([{ authenticity: "signed", repeats: 0 }]);
    const stored = await at.desk.runtime.db.read
      .select()
      .from(messages)
      .where(and(eq(messages.direction, "in"), eq(messages.connectionId, at.connectionId)));
    expect(JSON.stringify(stored)).not.toContain(good.signature);
  });

  it("that claims what is not so is a trigger to read, and no more", async () => {
    const at = await deskOnPaynl(start);
    at.open = false;
    const id = await at.mandate();
    const { providerId } = await at.readMandate(id);
    const lie = { action: "incassocollected", amount: "99999.00", mandateId: providerId ?? "", extra1: id };
    await at.receive({ method: "GET", query: lie, headers: {}, body: new Uint8Array() });
    await at.applyAll();
    expect(await at.readMandate(id)).toMatchObject({ state: "pending" });
    expect(await at.paymentsOf(id)).toMatchObject([{ state: "pending", amountMinor: 12_500 }]);
  });
});
