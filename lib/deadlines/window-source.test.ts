import { describe, expect, it } from "vitest";
import { RULES } from "@/lib/deadlines/rules";
import { windowSource } from "@/lib/deadlines/window-source";
import { day, month } from "@/lib/kernel/day";

const rule = RULES["nets-bs"];
const november = month("2026-11");
const own = { month: november, deadline: day("2026-11-20"), source: "override", note: "early" } as const;
const list = { month: november, deadline: day("2026-11-22"), source: "published", note: "list" } as const;

describe("windowSource", () => {
  it("has the rule alone where nothing was published or decided", () => {
    expect(windowSource(rule, november)).toMatchObject({
      computed: "2026-11-22",
      published: null,
      own: null,
      agrees: true,
      window: { source: "rule" },
    });
  });
  it("finds a list that came with the rule, and one that was typed in", () => {
    expect(windowSource(rule, month("2024-12"))).toMatchObject({ published: "2024-12-17", agrees: true });
    expect(windowSource(rule, november, [list])).toMatchObject({ published: "2026-11-22", agrees: true });
  });
  it("says when the date in force is not the computed one, and keeps both to be seen", () => {
    expect(windowSource(rule, november, [list, own])).toMatchObject({
      computed: "2026-11-22",
      published: "2026-11-22",
      own: "2026-11-20",
      agrees: false,
      window: { deadline: "2026-11-20", source: "override" },
    });
  });
  it("compares with what the creditor's own settings compute", () => {
    const seventh = { processingBankDay: 7 };
    expect(windowSource(rule, november, [list], seventh)).toMatchObject({
      computed: "2026-11-19",
      agrees: false,
    });
  });
});
