import type { FieldDescription } from "@/components/form/field-description";

/** One of every kind. */
export const sampleFields: readonly FieldDescription[] = [
  {
    name: "type",
    kind: "choice",
    label: "Type",
    required: true,
    value: "single",
    options: [
      { value: "single", label: "Single" },
      { value: "recurring", label: "Recurring" },
      { value: "flexible", label: "Flexible" },
    ],
  },
  {
    name: "period",
    kind: "choice",
    label: "Period",
    hint: "Only for recurring",
    required: true,
    when: { field: "type", is: ["recurring"] },
    options: ["Week", "2 weeks", "Month", "Quarter", "Half year", "Year"].map((label) => ({
      value: label,
      label,
    })),
  },
  { name: "holder", kind: "text", label: "Holder", required: true, maxLength: 40 },
  { name: "mail", kind: "email", label: "E-mail", hint: "For the copy of the consent", required: false },
  { name: "identity", kind: "identity", label: "CPR or CVR", required: true, sensitive: true },
  { name: "danish", kind: "danish_account", label: "Reg. and account", required: true, sensitive: true },
  {
    name: "iban",
    kind: "iban",
    label: "IBAN",
    required: true,
    problem: "This IBAN’s check digits do not fit.",
  },
  { name: "due", kind: "day", label: "Due", required: true, value: "2026-12-01" },
  { name: "amount", kind: "amount", label: "Amount", required: true },
  { name: "active", kind: "flag", label: "Flexible amount", required: false },
  { name: "token", kind: "secret", label: "Token", required: true, stored: true },
  { name: "key", kind: "secret_text", label: "Private key", required: false },
  { name: "file", kind: "secret_file", label: "Key file", required: false },
];
