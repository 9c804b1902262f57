export interface OwnPart {
  value: unknown;
  /** How many entries of its lists were left out, as they are about other records. */
  others: number;
}

/**
 * Of a message that lists many records only what names this one: the rest is other people's. A list of which nothing
 * can be told apart stays whole.
 */
export function ownPart(value: unknown, names: readonly string[]): OwnPart {
  if (Array.isArray(value)) {
    const own = value.filter((one) => nameIn(one, names));
    return own.length > 0 ? { value: own, others: value.length - own.length } : { value, others: 0 };
  }
  if (typeof value !== "object" || value === null) return { value, others: 0 };
  const parts = Object.entries(value).map(([key, one]) => ({ key, ...ownPart(one, names) }));
  return {
    value: Object.fromEntries(parts.map((part) => [part.key, part.value])),
    others: parts.reduce((sum, part) => sum + part.others, 0),
  };
}

function nameIn(entry: unknown, names: readonly string[]): boolean {
  const text = JSON.stringify(entry);
  return names.some((name) => text.includes(JSON.stringify(name)));
}
