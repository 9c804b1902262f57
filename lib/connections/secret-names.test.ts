import { describe, expect, it } from "vitest";
import { ownFields, secretNames } from "@/lib/connections/secret-names";
import { providers } from "@/lib/providers/registry";

describe("secretNames", () => {
  it("has every write-only field of every provider", () => {
    const names = secretNames(providers);
    for (const provider of Object.values(providers))
      for (const field of provider.credentialForm)
        if (field.kind.startsWith("secret")) expect(names.has(field.name), field.name).toBe(true);
  });
});

describe.each(Object.values(providers))("the one form of a new connection with $id", (provider) => {
  it("has each name once: own fields, settings and credential share it", () => {
    const names = [
      ...ownFields,
      ...provider.settingsForm.map((f) => f.name),
      ...provider.credentialForm.map((f) => f.name),
    ];
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
