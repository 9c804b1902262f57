import { isDay } from "@/lib/kernel/day";
import { AppError } from "@/lib/kernel/errors";

export type SortKind = "instant" | "day" | "integer" | "text";
export type SortValue = Date | number | string;

/** Where a page ended: the last row's sort value and id. */
export interface Position {
  value: SortValue;
  id: string;
}

/** A position as an opaque text, bound to the order that it belongs to. */
export function writeCursor(order: string, { value, id }: Position): string {
  const plain = value instanceof Date ? value.getTime() : value;
  return Buffer.from(JSON.stringify([order, plain, id])).toString("base64url");
}

/** Reads a cursor back. It comes from outside: anything else, or another order's, is refused at the field `after`. */
export function readCursor(order: string, kind: SortKind, text: string): Position {
  const parts = parse(text);
  const [ofOrder, plain, id, ...more] = Array.isArray(parts) ? parts : [];
  const value = sortValue(kind, plain);
  const known = typeof id === "string" && /^[A-Za-z0-9_]{1,64}$/.test(id);
  if (ofOrder !== order || value === null || !known || more.length > 0)
    throw new AppError("invalid", { fields: { after: "cursor" } });
  return { value, id };
}

function parse(text: string): unknown {
  if (text.length > 1_000) return null;
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
  } catch {
    return null;
  }
}

/** The years 1970 to 9999 are what both databases take without a second thought. */
const LATEST_MS = 253_402_300_799_999;

function sortValue(kind: SortKind, plain: unknown): SortValue | null {
  const whole = typeof plain === "number" && Number.isSafeInteger(plain);
  if (kind === "instant") return whole && plain >= 0 && plain <= LATEST_MS ? new Date(plain) : null;
  if (kind === "integer") return whole ? plain : null;
  if (typeof plain !== "string") return null;
  if (kind === "day") return isDay(plain) ? plain : null;
  return /[\p{Cc}\p{Cs}]/u.test(plain) ? null : plain;
}
