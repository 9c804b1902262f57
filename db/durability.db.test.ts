import { describe, expect, it } from "vitest";
import type { Database } from "./client";
import { refuseUnsafeDurability } from "./durability";
import { testDatabase } from "./testing/database";

describe("P5: a database that may forget what it has committed", () => {
  it("is refused when it is a Postgres without fsync, as the one of these tests is, and SQLite never is", async () => {
    const db = await testDatabase();
    const checked = refuseUnsafeDurability(db);
    if (db.engine === "sqlite") await expect(checked).resolves.toBeUndefined();
    else await expect(checked).rejects.toThrow("fsync=off");
  });

  it.each([
    ["fsync", "off", "on"],
    ["synchronous_commit", "on", "off"],
  ])("names what is off: %s", async (_first, fsync, commit) => {
    const said: Record<string, string> = { fsync, synchronous_commit: commit };
    const server: Pick<Database, "engine" | "query"> = {
      engine: "postgres",
      query: async (statement) => {
        const name = statement.replace("show ", "");
        return [{ [name]: said[name] }];
      },
    };
    const off = fsync === "off" ? "fsync=off" : "synchronous_commit=off";
    await expect(refuseUnsafeDurability(server)).rejects.toThrow(off);
    for (const name of Object.keys(said)) said[name] = "on";
    await expect(refuseUnsafeDurability(server)).resolves.toBeUndefined();
  });
});
