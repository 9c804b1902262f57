/** What can be chosen besides the name, which is always there. */
export const debtorColumns = [
  { key: "customer" },
  { key: "kind" },
  { key: "mandates" },
  { key: "email" },
  { key: "phone", extra: true },
  { key: "identity", extra: true },
  { key: "language", extra: true },
  { key: "created" },
] as const;
