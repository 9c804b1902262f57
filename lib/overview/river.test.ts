import { describe, expect, it } from "vitest";
import { riverOf } from "./river";

describe("how far a window is", () => {
  it("counts what came to each stage and what left on the way", () => {
    const figures = [
      { state: "draft", count: 7 },
      { state: "ready", count: 1 },
      { state: "pending", count: 2 },
      { state: "scheduled", count: 3 },
      { state: "settled", count: 10 },
      { state: "rejected", count: 4 },
      { state: "chargeback", count: 5 },
      { state: "cancelled", count: 6 },
    ];
    expect(riverOf(figures)).toEqual({
      issued: 31,
      scheduled: 22,
      settled: 15,
      kept: 10,
      cancelled: 6,
      rejected: 4,
      back: 5,
    });
  });

  it("is dry without payments", () => {
    expect(Object.values(riverOf([])).every((count) => count === 0)).toBe(true);
  });
});
