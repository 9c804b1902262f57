import type { Wording } from "@/lib/i18n/wording";

const en = { agent: "Agent", finance: "Finance", admin: "Admin", auditor: "Auditor" } as const;
const da: Wording<typeof en> = {
  agent: "Kundeservice",
  finance: "Økonomi",
  admin: "Administrator",
  auditor: "Revisor",
};
const nl: Wording<typeof en> = {
  agent: "Klantenservice",
  finance: "Financiën",
  admin: "Beheerder",
  auditor: "Auditor",
};

export const roles = { en, da, nl };
