/** The driver's own code of a failed statement, looked for through every `cause`. */
export function errorCode(error: unknown): string | undefined {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if ("code" in one && typeof one.code === "string" && /^[0-9A-Z]{5}$/.test(one.code)) return one.code;
    if ("errcode" in one && typeof one.errcode === "number") return String(one.errcode);
    if ("sqliteExtendedCode" in one && typeof one.sqliteExtendedCode === "number")
      return String(one.sqliteExtendedCode);
  }
  return undefined;
}

/** Postgres 23505; SQLite 2067 (unique) and 1555 (primary key). */
const uniqueCodes = new Set(["23505", "2067", "1555"]);

export function isUniqueViolation(error: unknown): boolean {
  const code = errorCode(error);
  if (code && uniqueCodes.has(code)) return true;
  for (let one: unknown = error; one instanceof Error; one = one.cause)
    if (/UNIQUE constraint failed/.test(one.message)) return true;
  return false;
}

/** Postgres 55P03 and SQLite 5: somebody else has the lock. Postgres 53100 and SQLite 13: no room on the disk. */
const troubles: Readonly<Record<string, "busy" | "full">> = {
  "55P03": "busy",
  5: "busy",
  "53100": "full",
  13: "full",
};

/** What keeps the database from taking anything for now; null when it is something else. Nothing was written. */
export function databaseTrouble(error: unknown): "busy" | "full" | null {
  return troubles[errorCode(error) ?? ""] ?? null;
}
