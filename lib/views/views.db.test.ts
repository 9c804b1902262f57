import { beforeAll, describe, expect, it } from "vitest";
import { AppError } from "@/lib/kernel/errors";
import { type TestDesk, testDesk } from "@/lib/testing/desk";
import { listViews } from "./list";
import { removeView } from "./remove";
import { saveView } from "./save";

let desk: TestDesk;
beforeAll(async () => {
  desk = await testDesk({ now: () => new Date("2026-11-02T09:00:00Z"), movable: true });
});

const mine = { list: "payments", name: "Unknown", query: "state=ready&sending=unknown&after=x", team: false };
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => "nothing",
    (thrown: unknown) => thrown,
  );
  return error instanceof AppError ? error.code : String(error);
};

describe("a saved view", () => {
  it("keeps filters, order and columns, and not the place in the list", async () => {
    await saveView(desk.as("agent", { name: "Anna" }), mine);
    const [view] = await listViews(desk.as("agent", { name: "Anna" }), "payments");
    expect(view).toMatchObject({ name: "Unknown", query: "sending=unknown&state=ready", team: false });
  });

  it("is replaced by one of the same name, and stays one's own", async () => {
    const carla = desk.as("finance", { name: "Carla" });
    await saveView(carla, mine);
    await saveView(carla, { ...mine, query: "sending=sending" });
    expect((await listViews(carla, "payments")).map((view) => view.query)).toEqual(["sending=sending"]);
    expect(await listViews(carla, "mandates")).toEqual([]);
  });

  it("of the team is seen by all and removed by its owner or an admin", async () => {
    const carla = desk.as("finance", { name: "Carla" });
    const id = await saveView(carla, { ...mine, name: "Board", team: true });
    const bent = desk.as("agent", { name: "Bent" });
    expect((await listViews(bent, "payments")).map((view) => view.name)).toContain("Board");
    expect(await refusal(removeView(bent, id))).toBe("not_permitted");
    await removeView(desk.as("admin"), id);
    expect((await listViews(bent, "payments")).map((view) => view.name)).not.toContain("Board");
  });

  it("of somebody else is not there", async () => {
    const id = await saveView(desk.as("finance", { name: "Carla" }), { ...mine, name: "Secret" });
    expect(await refusal(removeView(desk.as("admin"), id))).toBe("not_found");
  });

  it.each([
    ["without a name", { ...mine, name: "  " }, "invalid"],
    ["with a name too long", { ...mine, name: "x".repeat(61) }, "invalid"],
    ["of a list there is none of", { ...mine, list: "moons" }, "not_found"],
    ["with more than an address takes", { ...mine, query: `q=${"x".repeat(1_100)}` }, "too_large"],
  ])("%s is refused", async (_, view, code) => {
    expect(await refusal(saveView(desk.as("agent"), view))).toBe(code);
  });

  it("for the team is not an auditor's to make", async () => {
    expect(await refusal(saveView(desk.as("auditor"), { ...mine, team: true }))).toBe("not_permitted");
  });

  it("finds an end: forty of a list", async () => {
    const dora = desk.as("agent", { name: "Dora" });
    for (let n = 0; n < 40; n += 1) await saveView(dora, { ...mine, name: `View ${n}` });
    expect(await refusal(saveView(dora, { ...mine, name: "One more" }))).toBe("too_many");
    expect(await refusal(saveView(dora, { ...mine, name: "View 7" }))).toBe("nothing");
  });
});
