import { z } from "zod";
import type { PageRequest } from "@/lib/lists/page";

/** The names of sort keys outside, where every field has its column's name. */
const outside = {
  newest: "created_at",
  changed: "updated_at",
  requested: "requested",
  amount: "amount",
  name: "name",
} as const;
type Inside = keyof typeof outside;

/** The `sort` parameter of a list: a name, with a minus before it for the newest or largest first. */
export function sortGiven<const Keys extends readonly Inside[]>(keys: Keys) {
  const names = keys.flatMap((key) => [`-${outside[key]}`, outside[key]]);
  return z.enum(names).default(`-${outside.newest}`);
}

/** The page that checked parameters ask for. */
export function pageRequest<Key extends Inside>(
  keys: readonly Key[],
  query: { sort: string; after?: string | undefined; limit?: number | undefined },
): PageRequest<Key> {
  const name = query.sort.replace(/^-/, "");
  const key = keys.find((one) => outside[one] === name);
  const direction = query.sort.startsWith("-") ? "down" : "up";
  return { sort: key && { key, direction }, after: query.after, limit: query.limit };
}
