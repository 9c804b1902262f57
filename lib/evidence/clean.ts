import { storable } from "@/lib/messages/storable";

function clean(value: unknown): unknown {
  if (typeof value === "string") return storable(value);
  if (Array.isArray(value)) return value.map(clean);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, clean(inner)]));
}

/**
 * Evidence whose texts both databases take. The shape is kept, member by member, so the type is too: that is all the
 * cast says.
 */
export function cleanEvidence<T extends object>(evidence: T): T {
  return clean(evidence) as T;
}
