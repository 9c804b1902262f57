import { afterEach, describe, expect, it, vi } from "vitest";
import * as health from "@/app/api/health/route";
import { databaseUrl, engineOf } from "@/db/engine";
import { fenceAll } from "@/lib/instance/raise-fence";
import { testDesk } from "@/lib/testing/desk";

const desk = () => testDesk({ now: () => new Date("2026-11-20T09:00:00Z"), movable: true });

describe("health", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("names the database and the version while it can be read", async () => {
    globalThis.debitdeskRuntime = Promise.resolve((await desk()).runtime);
    const response = await health.GET();
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({
      status: "ok",
      database: engineOf(databaseUrl()),
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      sending: "on",
    });
  });

  it("says that a copy is fenced, since when and why", async () => {
    const { runtime } = await desk();
    await fenceAll(runtime, "elsewhere");
    globalThis.debitdeskRuntime = Promise.resolve(runtime);
    expect(await (await health.GET()).json()).toMatchObject({
      status: "ok",
      sending: "fenced",
      fenced: { since: "2026-11-20T09:00:00.000Z", why: "elsewhere" },
    });
  });

  it("says 503 with a reason, and nothing of the fault, when it cannot be read", async () => {
    const lines: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((line) => lines.push(String(line)) > 0);
    for (const broken of [Promise.reject(new Error("master key at /etc/key")), brokenDatabase()]) {
      globalThis.debitdeskRuntime = broken;
      const response = await health.GET();
      expect(response.status).toBe(503);
      const text = await response.text();
      expect(JSON.parse(text)).toMatchObject({ status: "unavailable", reason: expect.stringMatching(/\w/) });
      expect(text).not.toContain("/etc/key");
    }
    expect(lines).toHaveLength(2);
  });
});

/** A runtime over a database that has lost its tables. */
async function brokenDatabase() {
  const { runtime } = await desk();
  await runtime.db.execute("drop table creditors");
  return runtime;
}
