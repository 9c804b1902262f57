import { databaseTrouble } from "@/db/errors";
import { AppError } from "@/lib/kernel/errors";

/** What was thrown, as a refusal that speaks to a person; null for a fault. */
export function refusalOf(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  const trouble = databaseTrouble(error);
  return trouble && new AppError(trouble === "busy" ? "database_busy" : "disk_full", { cause: error });
}
