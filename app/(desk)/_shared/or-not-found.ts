import { notFound } from "next/navigation";
import { AppError } from "@/lib/kernel/errors";

/** What a page's address names, or the page that says that there is nothing. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  }
}
