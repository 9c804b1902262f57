import { describe, expect, it } from "vitest";
import { mastercardBs } from "@/lib/providers/mastercard-bs/module";
import { type Answer, listening, nowhere, type Seen } from "@/lib/providers/mastercard-bs/testing/listener";
import { gatewayError, lineTo } from "@/lib/providers/mastercard-bs/testing/provider";

const uuidsIn = (seen: Seen): string[] => JSON.parse(seen.body).uuids;

describe("the probe", () => {
  it("searches for a request that never was, and is content with an empty answer", async () => {
    const listener = await listening({ status: 200, body: [] });
    const line = lineTo(listener.url);
    expect(await mastercardBs.probe(line)).toMatchObject({ ok: true, problem: null });
    await mastercardBs.probe(line);
    expect(listener.seen.map(({ path }) => path)).toEqual(
      Array(2).fill("/betalingsservice/bs-creditor-api/delegated-mandates/searches"),
    );
    expect(new Set(listener.seen.flatMap(uuidsIn)).size).toBe(2);
  });

  const notHere = gatewayError("FORBIDDEN", "Key belongs to another environment.");
  it.each<[string, Answer, "production" | "sandbox", string]>([
    [
      "a refused signature",
      { status: 403, body: gatewayError("AUTHENTICATION_FAILED", "POST&sandbox") },
      "production",
      "credential_refused",
    ],
    [
      "a declined key",
      { status: 401, body: gatewayError("DECLINED", "") },
      "production",
      "credential_refused",
    ],
    ["words about the environment", { status: 403, body: notHere }, "production", "wrong_environment"],
    [
      "words about activation",
      { status: 403, body: gatewayError("FORBIDDEN", "Client not activated") },
      "production",
      "not_activated",
    ],
    [
      "a no from the service behind the gateway",
      { status: 403, body: { errorCode: "ACCESS_DENIED" } },
      "production",
      "not_activated",
    ],
    [
      "the same in the sandbox, which knows no activation",
      { status: 403, body: { errorCode: "ACCESS_DENIED" } },
      "sandbox",
      "credential_refused",
    ],
    [
      "a refused signature an hour away",
      {
        status: 403,
        body: gatewayError("AUTHENTICATION_FAILED", ""),
        headers: { date: "Fri, 20 Nov 2026 11:00:00 GMT" },
      },
      "production",
      "clock",
    ],
    ["a wrong path", { status: 404, body: "" }, "production", "unexpected"],
    ["a page", { status: 200, body: "<html>" }, "production", "unexpected"],
    ["a fault", { status: 502 }, "production", "unexpected"],
    ["a broken line", "hang up", "production", "unreachable"],
  ])("after %s", async (_, answer, environment, problem) => {
    const listener = await listening(answer);
    const probed = await mastercardBs.probe(lineTo(listener.url, { environment }));
    expect(probed).toMatchObject({ ok: false, problem });
    expect(probed.detail).not.toBe("");
  });

  it("tells a dead address and a key that cannot sign", async () => {
    expect(await mastercardBs.probe(lineTo(await nowhere()))).toMatchObject({ problem: "unreachable" });
    const listener = await listening({ status: 200, body: [] });
    expect(await mastercardBs.probe(lineTo(listener.url, { secrets: {} }))).toMatchObject({
      problem: "credential_refused",
    });
    expect(listener.seen).toHaveLength(0);
  });
});
