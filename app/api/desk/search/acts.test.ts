import { describe, expect, it } from "vitest";
import { type Act, actsFor, actTyped } from "./acts";

const acts: Act[] = [
  { key: "newMandate", kind: "actions", label: "New mandate", href: "/mandates/new" },
  { key: "newPayment", kind: "actions", label: "New payment", href: "/payments/new" },
  { key: "/mandates", kind: "places", label: "Mandates", href: "/mandates" },
  { key: "/runs", kind: "places", label: "Kørsler", href: "/runs" },
];
// Only the labels of the groups are asked for, and they are not what is tested.
const t = ((key: string) => key) as never;
const shown = (text: string) =>
  actsFor(acts, text, t).flatMap((group) => group.options.map((one) => one.title));

describe("acts and places for what is typed", () => {
  it.each([
    ["", ["New mandate", "New payment", "Mandates", "Kørsler"]],
    ["mandat", ["New mandate", "Mandates"]],
    ["new", ["New mandate", "New payment"]],
    ["pay new", ["New payment"]],
    ["korsler", ["Kørsler"]],
    ["ew", []],
    ["mette", []],
  ])("%j: %j", (text, titles) => {
    expect(shown(text)).toEqual(titles);
  });

  it("come first when they begin as typed", () => {
    const rank = (text: string, key: string) =>
      actsFor(acts, text, t).find((one) => one.key === key)?.rank ?? 0;
    expect(rank("mandat", "places")).toBeGreaterThan(rank("mandat", "actions"));
  });
});

describe("an act typed with a name", () => {
  it.each([
    ["new mandate mette hansen", "newMandate", "mette hansen"],
    ["NEW  Payment Søren", "newPayment", "Søren"],
  ])("%j", (text, key, rest) => {
    expect(actTyped(acts, text)).toMatchObject({ act: { key }, rest });
  });
  it("is none without a name, in a name, and for a place", () => {
    for (const text of ["new mandate", "newmandate x", "mandates mette", "mette new mandate x"])
      expect(actTyped(acts, text)).toBeNull();
  });
});
