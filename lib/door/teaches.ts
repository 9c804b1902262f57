const HOUR_MS = 3_600_000;

/** Whether a patch would change anything in a row. */
export function teaches(
  row: Readonly<Record<string, unknown>>,
  patch: Readonly<Record<string, unknown>>,
): boolean {
  return Object.entries(patch).some(([name, value]) => (row[name] ?? null) !== (value ?? null));
}

/** Whether the last proof is so old that seeing the same again is worth a write. */
export const grownOld = (evidenceAt: Date | null, now: Date): boolean =>
  !evidenceAt || now.getTime() - evidenceAt.getTime() > HOUR_MS;
