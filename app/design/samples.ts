import type { Modifier, Underway } from "@/components/ui/state-words";
import { type Day, day } from "@/lib/kernel/day";
import type { Currency } from "@/lib/kernel/money";
import type { MandateState } from "@/lib/mandates/states";
import type { PaymentState } from "@/lib/payments/states";

/** Invented people, numbers and days. */
export const zone = "Europe/Copenhagen";
export const now = new Date("2026-11-20T11:52:00Z");
export const today = day("2026-11-20");
export const cutOff = new Date("2026-11-22T22:59:00Z");
export const warnFrom = new Date("2026-11-18T23:00:00Z");

export interface SamplePayment {
  id: string;
  debtor: string;
  customer: string;
  purpose: string;
  state: PaymentState;
  underway?: Underway;
  modifier?: Modifier;
  final?: boolean;
  requested: Day;
  planned: Day | null;
  ageMinutes: number;
  until: string | null;
  currency: Currency;
  amountMinor: number;
}

const row = (
  debtor: string,
  customer: string,
  state: PaymentState,
  ageMinutes: number,
  amountMinor: number,
  more: Partial<SamplePayment> = {},
): SamplePayment => ({
  id: `pay_${customer}`,
  debtor,
  customer,
  purpose: "Heat December",
  state,
  requested: day("2026-12-01"),
  planned: day("2026-12-01"),
  ageMinutes,
  until: null,
  currency: customer.startsWith("WL") ? "EUR" : "DKK",
  amountMinor,
  ...more,
});

export const payments: readonly SamplePayment[] = [
  row("Nørregaard, Laila", "104 419", "ready", 0, 74_325, { underway: "sending" }),
  row("Bæk-Nielsen, Søren", "104 115", "ready", 4, 98_200),
  row("Østerlund, Freja", "104 533", "pending", 26, 165_500),
  row("Dam Vestby, Mogens", "104 266", "scheduled", 70, 210_425, { until: "7 Dec" }),
  row("de Bruijn-Haak, Wouter", "WL-20418", "chargeback", 125, 14_850, {
    requested: day("2026-11-01"),
    planned: day("2026-11-02"),
  }),
  row("Kuiper, IJsbrand", "WL-20401", "pending", 190, 7_620, { modifier: "unmapped" }),
  row("Kuipers, Thijs", "WL-20077", "rejected", 300, 23_675, { modifier: "soft" }),
  row("Oosterveen, Marijke", "WL-20377", "rejected", 1_150, 9_200, { modifier: "hard" }),
  row("Hedegård, Niels Aksel", "104 905", "pending", 1_400, 123_675, { underway: "unknown" }),
  row("Skovbo, Inger Marie", "103 842", "cancelled", 1_500, 91_050, { planned: null }),
  row("van der Wiel, Bas", "WL-20012", "draft", 3_000, 104_000, { planned: null }),
  row("Kjær, Poul-Erik", "104 790", "pending", 11_600, 525_000, {
    modifier: "stale",
    requested: day("2026-11-01"),
  }),
  row("Lyng, Ane Kirstine", "104 008", "settled", 16_000, 110_200, { final: true, until: "2 Dec 27" }),
  row("van Ginkel, Lotte", "WL-19966", "settled", 26_000, 4_850, { until: "28 Dec" }),
];

export const mandateSamples: readonly MandateState[] = [
  "draft",
  "invited",
  "pending",
  "active",
  "suspended",
  "ended",
  "failed",
];

/** Danish bank holidays of 2026; Saturdays and Sundays come on top. */
export const bankHolidays: readonly Day[] = [
  "2026-01-01",
  "2026-04-02",
  "2026-04-03",
  "2026-04-06",
  "2026-05-14",
  "2026-05-15",
  "2026-05-25",
  "2026-06-05",
  "2026-12-24",
  "2026-12-25",
  "2026-12-31",
].map(day);

/** Cut-off, processing and collection of each window of 2026. */
export const windowDays: readonly (readonly [Day, Day, Day])[] = [
  ["2026-01-22", "2026-01-23", "2026-02-02"],
  ["2026-02-19", "2026-02-20", "2026-03-02"],
  ["2026-03-23", "2026-03-24", "2026-04-01"],
  ["2026-04-22", "2026-04-23", "2026-05-01"],
  ["2026-05-20", "2026-05-21", "2026-06-01"],
  ["2026-06-22", "2026-06-23", "2026-07-01"],
  ["2026-07-23", "2026-07-24", "2026-08-03"],
  ["2026-08-23", "2026-08-24", "2026-09-01"],
  ["2026-09-22", "2026-09-23", "2026-10-01"],
  ["2026-10-22", "2026-10-23", "2026-11-02"],
  ["2026-11-22", "2026-11-23", "2026-12-01"],
  ["2026-12-20", "2026-12-21", "2027-01-04"],
].map(([cutoff = "", processed = "", collected = ""]) => [day(cutoff), day(processed), day(collected)]);
