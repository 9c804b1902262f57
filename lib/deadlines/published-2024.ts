import type { WindowDates } from "@/lib/deadlines/window-dates";
import { day, month } from "@/lib/kernel/day";

const PAGE = "https://docs.debitdirect.io/schemes/betalingsservice/payments";

/** Month, deadline and Mastercard processing as DebitDirect published them for 2024. */
const TABLE = [
  ["2024-01", "2024-01-23", "2024-01-24"],
  ["2024-02", "2024-02-21", "2024-02-22"],
  ["2024-03", "2024-03-19", "2024-03-20"],
  ["2024-04", "2024-04-22", "2024-04-23"],
  ["2024-05", "2024-05-23", "2024-05-24"],
  ["2024-06", "2024-06-20", "2024-06-21"],
  ["2024-07", "2024-07-23", "2024-07-24"],
  ["2024-08", "2024-08-22", "2024-08-23"],
  ["2024-09", "2024-09-22", "2024-09-23"],
  ["2024-10", "2024-10-23", "2024-10-24"],
  ["2024-11", "2024-11-21", "2024-11-22"],
  ["2024-12", "2024-12-17", "2024-12-18"],
] as const;

export const PUBLISHED_2024: readonly WindowDates[] = TABLE.map(([of, deadline, processing]) => ({
  month: month(of),
  deadline: day(deadline),
  processing: day(processing),
  source: "published",
  note: PAGE,
}));
