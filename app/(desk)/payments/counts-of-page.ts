import { cache } from "react";
import { countPayments } from "@/lib/payments/counts";

/** The tabs and the list's foot tell the same figures: asked once per page, for the same filter. */
export const countsOfPage = cache(countPayments);
