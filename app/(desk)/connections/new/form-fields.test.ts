import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { askedFields } from "@/components/form/field-description";
import { messagesFor } from "@/lib/i18n/messages";
import { providers } from "@/lib/providers/registry";
import { connectionFields, credentialFields } from "./form-fields";

const t = createTranslator({
  locale: "en",
  messages: messagesFor("en"),
  namespace: "connectionForms.create",
});

describe.each(Object.values(providers))("the credential of a new connection with $id", (provider) => {
  const fields = credentialFields(provider, "en", t);
  const start = Object.fromEntries(fields.map((field) => [field.name, field.value ?? ""]));

  it("is asked for at first", () => {
    expect(askedFields(fields, start).size).toBeGreaterThan(1);
  });
  it("is not asked for at all when it comes later", () => {
    expect([...askedFields(fields, { ...start, credential_when: "later" })]).toEqual(["credential_when"]);
  });
});

describe("connectionFields", () => {
  const provider = {
    label: "X",
    baseUrls: { sandbox: "https://test.example", production: "https://x.example" },
  };
  it("needs an address of a simulator, and knows that of a real provider", () => {
    const address = (environment: "simulator" | "production") =>
      connectionFields(provider, environment, t).find((field) => field.name === "base_url");
    expect(address("simulator")?.required).toBe(true);
    expect(address("production")).toMatchObject({ required: false, hint: "Empty: https://x.example" });
  });
});
