import { z } from "zod";
import { day, instant, named } from "./shapes";

const month = z.string().describe("YYYY-MM");

export const deadlinesShape = named(
  "Deadlines",
  z.strictObject({
    rule: z.string(),
    year: z.int(),
    zone: z.string().describe("The zone in which the days are meant."),
    windows: z.array(
      z.strictObject({
        month: month.describe("The month whose deadline it is, YYYY-MM; collected in collection_month."),
        deadline: day,
        cutoff_at: instant.describe("The last good instant."),
        processing: day,
        collection_month: month,
        first_due: day,
        source: z.enum(["rule", "published", "override"]),
      }),
    ),
  }),
  "The windows whose deadlines lie in a year; none for a rule without windows.",
);

export const landingShape = named(
  "Landing",
  z.strictObject({
    window: month
      .nullable()
      .describe("The month whose deadline it must make, YYYY-MM; null without windows."),
    collection_month: month,
    due: day,
    cutoff_at: instant.describe("The last good instant for this landing."),
    on_time: z.boolean().describe("False when the wish cannot be kept because its cut-off has passed."),
    reason: z.string(),
    reason_code: z.enum([
      "in_window",
      "next_window",
      "in_time",
      "missed_cutoff",
      "closed_day_moved",
      "past_date_moved",
      "before_first_due",
      "too_far_ahead",
    ]),
  }),
  "Where a payment lands.",
);
