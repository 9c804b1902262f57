import { describe, expect, it } from "vitest";
import { best, type Why } from "./found";

const found = (id: string, rank: number, by: Why["by"] = "name") => ({ id, rank, why: { by } });
const idOf = (one: { id: string }) => one.id;

describe("the best of what was found", () => {
  it("comes first, each once, told by its better reason", () => {
    const all = [found("a", 50, "amount"), found("b", 70), found("a", 95, "reference"), found("c", 10)];
    expect(best(all, idOf, 2)).toEqual([found("a", 95, "reference"), found("b", 70)]);
  });
  it("stays in the order in which equals were found", () => {
    const all = ["x", "a", "m"].map((id) => found(id, 5));
    expect(best(all, idOf, 9).map(idOf)).toEqual(["x", "a", "m"]);
  });
});
