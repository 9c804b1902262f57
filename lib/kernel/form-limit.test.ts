import { describe, expect, it } from "vitest";
import { fitsForm, LARGEST_FORM } from "./form-limit";

const formOf = (values: Record<string, string | Blob>): FormData => {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
};

describe("the size of a form", () => {
  it("is right for what a person types", () => {
    expect(fitsForm(formOf({ name: "Mette Hansen", note: "x".repeat(10_000) }))).toBe(true);
  });

  it("counts a text by its bytes", () => {
    const half = LARGEST_FORM / 2;
    expect(fitsForm(formOf({ note: "x".repeat(half) }))).toBe(true);
    expect(fitsForm(formOf({ note: "æ".repeat(half) }))).toBe(false);
  });

  it("counts files, and all values together", () => {
    const part = new Blob([new Uint8Array(LARGEST_FORM / 2)]);
    expect(fitsForm(formOf({ one: part }))).toBe(true);
    expect(fitsForm(formOf({ one: part, other: part }))).toBe(false);
  });
});
