import type { Scheme } from "@/lib/providers/contract";
import { t } from "./text";

/** https://docs.debitdirect.io/schemes; Bankgirot is left out, its pages do not fit together. */
export const schemes: readonly Scheme[] = [
  {
    code: "nets-bs",
    label: t("Betalingsservice", "Betalingsservice", "Betalingsservice"),
    currency: "DKK",
    deadlineRule: "nets-bs",
  },
  {
    code: "nets-ls",
    label: t("Leverandørservice", "Leverandørservice", "Leverandørservice"),
    currency: "DKK",
    deadlineRule: "nets-ls",
  },
];

export function schemeByCode(code: string): Scheme | undefined {
  return schemes.find((scheme) => scheme.code === code);
}
