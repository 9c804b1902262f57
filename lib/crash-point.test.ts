import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const whole = {
  DEBITDESK_MASTER_KEY: Buffer.alloc(32).toString("base64"),
  NEXTAUTH_SECRET: "s".repeat(32),
  NEXTAUTH_URL: "http://127.0.0.1:9",
};

/** The modules as a process reads them that was started with these variables. */
async function startedWith(variables: Record<string, string>) {
  for (const [name, value] of Object.entries({ ...whole, ...variables })) vi.stubEnv(name, value);
  vi.resetModules();
  return { ...(await import("./crash-point")), ...(await import("./env")) };
}

beforeEach(() => {
  vi.spyOn(process, "kill").mockReturnValue(true);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("a crash point", () => {
  it("ends the process at the passage that was named, and at no other", async () => {
    const { crashPoint } = await startedWith({
      CLOCK_FILE: "clock",
      CRASH_AT: "send.answered",
      CRASH_NTH: "2",
    });
    crashPoint("send.permitted");
    crashPoint("send.answered");
    expect(process.kill).not.toHaveBeenCalled();
    crashPoint("send.answered");
    expect(process.kill).toHaveBeenCalledExactlyOnceWith(process.pid, "SIGKILL");
  });

  it("is nothing where real providers may be reached, and such a process does not start", async () => {
    const { crashPoint, env } = await startedWith({ CRASH_AT: "send.answered" });
    crashPoint("send.answered");
    expect(process.kill).not.toHaveBeenCalled();
    expect(env).toThrow(/CRASH_AT: only with CLOCK_FILE/);
  });

  it("is nothing when none is named, and a name that is none is refused", async () => {
    const { crashPoint, env } = await startedWith({ CLOCK_FILE: "clock" });
    crashPoint("send.answered");
    expect(process.kill).not.toHaveBeenCalled();
    expect(env().CRASH_AT).toBeUndefined();
    expect((await startedWith({ CLOCK_FILE: "clock", CRASH_AT: "send.answred" })).env).toThrow(/CRASH_AT/);
  });
});
