import { describe, expect, it } from "vitest";
import { RULES } from "@/lib/deadlines/rules";
import { day } from "@/lib/kernel/day";
import { forecast } from "./forecast";

const facts = { overrides: [], settings: {} };
const at = (instant: string) => new Date(instant);

describe("what would become of a payment issued now", () => {
  it("lands in the open window, is processed the day after, and a month later when it misses it", () => {
    const seen = forecast(RULES["nets-bs"], at("2026-11-20T11:52:00Z"), undefined, facts);
    expect(seen.landing).toMatchObject({ window: "2026-11", due: "2026-12-01", onTime: true });
    expect(seen).toMatchObject({
      processing: "2026-11-23",
      reversibleUntil: "2026-12-07",
      claimUntil: "2028-01-01",
    });
    expect(seen.ifLate).toMatchObject({ window: "2026-12", due: "2027-01-04" });
  });

  it("keeps a wish that is in time, and says where it goes when it is not", () => {
    const kept = forecast(RULES["nets-bs"], at("2026-11-20T11:52:00Z"), day("2026-12-10"), facts);
    expect(kept.landing).toMatchObject({ due: "2026-12-10", onTime: true });
    expect(kept.ifLate).toMatchObject({ due: "2027-01-04", onTime: false });
    const missed = forecast(RULES["nets-bs"], at("2026-11-20T11:52:00Z"), day("2026-11-25"), facts);
    expect(missed.landing).toMatchObject({ due: "2026-12-01", onTime: false });
  });

  it("has no processing day where debits go on any bank day", () => {
    const seen = forecast(RULES["sepa-core"], at("2026-11-20T11:52:00Z"), undefined, facts);
    expect(seen.processing).toBeNull();
    expect(seen.ifLate.due > seen.landing.due).toBe(true);
  });
});
