import { describe, expect, it } from "vitest";
import { sampleMandate } from "@/lib/testing/mandate";
import { lastVerified } from "./verified";

const at = (text: string) => new Date(`${text}T10:00:00Z`);
const accounts = [
  { id: "acc_1", masked: "0040 …6243" },
  { id: "acc_2", masked: "8117 …0009" },
];
const on = (masked: string, evidence: string, state: "active" | "ended" = "active") =>
  sampleMandate({ state, masked: { account: masked }, evidenceAt: at(evidence) });

describe("when an account was last verified", () => {
  it("is the newest yes of a bank to a mandate on it", () => {
    const found = lastVerified(accounts, [
      on("0040 …6243", "2026-11-03"),
      on("0040 …6243", "2026-11-09"),
      on("0040 …6243", "2026-11-05"),
    ]);
    expect([...found]).toEqual([["acc_1", at("2026-11-09")]]);
  });

  it("is not said by a mandate that has ended, nor by one on another account", () => {
    expect([...lastVerified(accounts, [on("0040 …6243", "2026-11-03", "ended")])]).toEqual([]);
    expect([...lastVerified(accounts, [on("1111 …1111", "2026-11-03")])]).toEqual([]);
  });
});
