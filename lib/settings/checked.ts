import type { z } from "zod";
import { AppError } from "@/lib/kernel/errors";

/** What a shape let through; else a refusal that names each field with the shape's own code. */
export function refuseWith<T>(result: z.ZodSafeParseResult<T>): T {
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? "");
    fields[name] ??= issue.message;
  }
  throw new AppError("invalid", { fields });
}
