type Level = "info" | "warn" | "error";

/** One JSON line to standard error. Callers pass ids and codes, never people, accounts, bodies or secrets. */
export function log(
  level: Level,
  event: string,
  facts: Record<string, string | number | boolean> = {},
): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts })}\n`);
}

/** What may be said of a fault: its name and first line, without parameters of statements. */
export function faultLine(error: unknown): string {
  if (!(error instanceof Error)) return "unknown fault";
  return `${error.name}: ${error.message.split("\n", 1)[0] ?? ""}`.slice(0, 300);
}
