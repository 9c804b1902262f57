import { describe, expect, it } from "vitest";
import { dueWord, kindOf, mayCloseByHand, workLists } from "./groups";
import { taskKinds } from "./tasks";

const task = (kind: string, noun = "payment", created = 1, due: number | null = null) => ({
  kind,
  noun,
  dueAt: due === null ? null : new Date(due),
  createdAt: new Date(created),
});

describe("the moment of a task", () => {
  const now = new Date("2026-12-01T09:00:00Z");
  const past = new Date("2026-11-30T22:59:59Z");
  it("is overdue in words once it has passed", () => {
    expect(dueWord("send_again", new Date("2026-12-01T09:00:01Z"), now)).toBe("due");
    expect(dueWord("send_again", past, now)).toBe("overdue");
  });

  it("is of news when news is what is missing", () => {
    expect(dueWord("stale", past, now)).toBe("expected");
  });
});

describe("work lists", () => {
  it("come in the order in which they matter, each with what is due first and then the oldest", () => {
    const lists = workLists([
      task("chargeback", "payment", 3),
      task("payment_rejected", "payment", 2),
      task("payment_rejected", "payment", 9, 10),
      task("connection_trouble", "connection"),
      task("unknown_outcome"),
    ]);
    expect(lists.map((list) => list.group)).toEqual(["unknown", "back", "trouble"]);
    expect(lists[1]?.tasks.map((one) => one.createdAt.getTime())).toEqual([9, 2, 3]);
  });

  it("put a refusal where its record is", () => {
    const groups = ["payment", "mandate", "agreement", "connection"].map(
      (noun) => workLists([task("refused", noun)])[0]?.group,
    );
    expect(groups).toEqual(["back", "mandates", "trouble", "trouble"]);
  });

  it("have a place for every kind, and none for a kind that this version does not know", () => {
    for (const kind of taskKinds) expect(workLists([task(kind)])).toHaveLength(1);
    expect(workLists([task("from_the_future")])).toEqual([]);
    expect(kindOf({ kind: "from_the_future" })).toBeNull();
  });

  it("never let a person wave an unknown outcome through", () => {
    expect(mayCloseByHand("unknown_outcome")).toBe(false);
    expect(mayCloseByHand("send_again")).toBe(false);
    expect(mayCloseByHand("not_sent")).toBe(false);
    expect(mayCloseByHand("chargeback")).toBe(true);
  });
});
