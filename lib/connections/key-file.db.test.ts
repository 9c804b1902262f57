import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { connections, credentials, messages } from "@/db/schema";
import { type BsDesk, deskOnBetalingsservice, KEY_PASSWORD } from "@/lib/testing/mastercard-bs";
import { createConnection, type NewConnection } from "./create";
import { addCredential } from "./credential";
import { probeConnection } from "./probe";

vi.setConfig({ testTimeout: 30_000 });

let at: BsDesk;
beforeAll(async () => {
  at = await deskOnBetalingsservice("2026-11-20T13:30:00Z");
});

const connection = (more: Partial<NewConnection>): NewConnection => ({
  provider: "mastercard-bs",
  name: "Second",
  environment: "simulator",
  baseUrl: at.baseUrl("sandbox"),
  settings: {},
  credential: null,
  ...more,
});

describe("a key file, as the portal hands it out", () => {
  it.each([
    ["modern", {}],
    ["legacy", { legacy: true }],
  ])("of the %s kind opens a connection that works", async (_kind, options) => {
    const credential = await at.keyFile("sandbox", options);
    const id = await createConnection(at.desk.as("admin"), connection({ credential }));
    expect(await probeConnection(at.desk.as("admin"), id)).toMatchObject({ ok: true, problem: null });
    const { read } = at.desk.runtime.db;
    const [kept] = await read.select().from(credentials).where(eq(credentials.connectionId, id));
    expect(kept?.expiresAt?.toISOString().slice(0, 10)).toBe("2027-11-20");
    expect(kept?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    const everything = JSON.stringify([
      kept,
      await read.select().from(messages),
      await read.select().from(connections),
    ]);
    for (const secret of [KEY_PASSWORD, credential.key_file ?? "?", credential.consumer_key ?? "?"])
      expect(everything).not.toContain(secret);
  });

  it("with a wrong password is refused at the password, and nothing is made", async () => {
    const { read } = at.desk.runtime.db;
    const before = (await read.select().from(connections)).length;
    const credential = { ...(await at.keyFile("sandbox")), password: "not this one" };
    await expect(createConnection(at.desk.as("admin"), connection({ credential }))).rejects.toMatchObject({
      code: "invalid",
      fields: { password: { en: expect.stringContaining("password") } },
    });
    expect(await read.select().from(connections)).toHaveLength(before);
  });

  it("with everything wrong is told everything at once", async () => {
    const credential = {
      consumer_key: "short",
      key_source: "key_file",
      key_file: "bm90IGEga2V5",
      password: "x",
    };
    await expect(
      createConnection(
        at.desk.as("admin"),
        connection({ name: " ", baseUrl: "https://example.org", credential }),
      ),
    ).rejects.toMatchObject({
      fields: {
        name: "required",
        base_url: "address_not_allowed",
        consumer_key: { en: expect.any(String) },
        key_file: { en: expect.any(String) },
      },
    });
  });

  it("of the sandbox is refused by production, and works once it is replaced", async () => {
    const credential = await at.keyFile("sandbox");
    const id = await createConnection(
      at.desk.as("admin"),
      connection({ baseUrl: at.baseUrl("production"), credential }),
    );
    const probe = await probeConnection(at.desk.as("admin"), id);
    expect(probe).toMatchObject({ ok: false, problem: "credential_refused" });
    expect(probe.detail).toBe(
      "HTTP 401 · DECLINED · Unauthorized - Access Not Granted: unknown consumer key.",
    );
    const [row] = await at.desk.runtime.db.read.select().from(connections).where(eq(connections.id, id));
    expect(row?.lastProblem).toContain("credential_refused");

    await addCredential(at.desk.as("admin"), { connectionId: id, values: await at.keyFile("production") });
    expect(await probeConnection(at.desk.as("admin"), id)).toMatchObject({ ok: true });
  });

  it("whose client is not activated yet is told apart from a wrong one", async () => {
    const credential = await at.keyFile("production");
    await fetch(`${at.simulator.url}/_sim/keys/activate`, {
      method: "POST",
      body: JSON.stringify({ consumerKey: credential.consumer_key, activated: false }),
    });
    const id = await createConnection(
      at.desk.as("admin"),
      connection({ baseUrl: at.baseUrl("production"), credential }),
    );
    expect(await probeConnection(at.desk.as("admin"), id)).toMatchObject({
      ok: false,
      problem: "not_activated",
    });
  });

  it("is not used with a real provider under a clock that a person can move", async () => {
    await expect(
      createConnection(
        at.desk.as("admin"),
        connection({ environment: "sandbox", baseUrl: "", credential: null }),
      ),
    ).rejects.toMatchObject({ fields: { environment: "movable_clock" } });
  });
});
