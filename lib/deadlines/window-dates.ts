import type { Day, Month } from "@/lib/kernel/day";

/** Dates for one window that replace the computed ones: from a published calendar or from a person. */
export type WindowDates = {
  /** The month M that collects; the payments are taken in M+1. */
  month: Month;
  deadline?: Day;
  processing?: Day;
  firstDue?: Day;
  source: "published" | "override";
  /** Where the dates come from: a page address, or the reason a person gave. */
  note?: string;
};
