import { describe, expect, it } from "vitest";
import { askedFields, describeFields, type FieldDescription } from "@/components/form/field-description";

const text = (name: string, when?: FieldDescription["when"]): FieldDescription => ({
  name,
  kind: "text",
  label: name,
  required: true,
  ...(when ? { when } : {}),
});

describe("askedFields", () => {
  const fields = [
    text("type"),
    text("period", { field: "type", is: ["recurring", "flexible"] }),
    text("day", { field: "period", is: ["month"] }),
  ];

  it("asks what depends on nothing", () => {
    expect([...askedFields(fields, {})]).toEqual(["type"]);
  });
  it("asks a dependent field while the other has one of its values", () => {
    expect([...askedFields(fields, { type: "flexible" })]).toEqual(["type", "period"]);
  });
  it("does not ask a field whose own condition is hidden, whatever value lingers there", () => {
    expect([...askedFields(fields, { type: "single", period: "month" })]).toEqual(["type"]);
    expect([...askedFields(fields, { type: "recurring", period: "month" })]).toEqual([
      "type",
      "period",
      "day",
    ]);
  });
  it("ends on fields that depend on each other", () => {
    const circle = [text("a", { field: "b", is: ["1"] }), text("b", { field: "a", is: ["1"] })];
    expect([...askedFields(circle, { a: "1", b: "1" })]).toEqual(["a", "b"]);
  });
  it("reads a value that stands outside the described fields", () => {
    expect([...askedFields([text("x", { field: "elsewhere", is: ["on"] })], { elsewhere: "on" })]).toEqual([
      "x",
    ]);
  });
});

describe("describeFields", () => {
  const label = { en: "Key", da: "Nøgle", nl: "Sleutel" };

  it("speaks the asked language and takes the stored value before the initial one", () => {
    const [field] = describeFields(
      [{ name: "group", kind: "debtor_group", label, hint: label, required: true, initial: "00001" }],
      "da",
      { group: "00002" },
    );
    expect(field).toEqual({
      name: "group",
      kind: "debtor_group",
      label: "Nøgle",
      hint: "Nøgle",
      required: true,
      value: "00002",
    });
  });
  it("never hands out a write-only value, only that there is one", () => {
    const fields = (["secret", "secret_text", "secret_file"] as const).map((kind) => ({
      name: kind,
      kind,
      label,
      required: true,
    }));
    const described = describeFields(fields, "en", {
      secret: "hush",
      secret_text: "hush",
      secret_file: "hush",
    });
    expect(JSON.stringify(described)).not.toContain("hush");
    expect(described.every((field) => field.stored)).toBe(true);
  });
});
