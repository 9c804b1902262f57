import { getColumns } from "drizzle-orm";
import { mandates } from "@/db/schema";
import type { Mandate } from "./door";

const { sealed, ...open } = getColumns(mandates);

/** What may be shown of a mandate: everything but its sealed values. */
export const mandateColumns = open;
export type MandateRow = Omit<Mandate, "sealed">;
