import { createHash } from "node:crypto";
import { fits, OWN, plainName } from "./column-names";
import type { ImportMapping } from "./shapes";
import type { Target } from "./targets";

/** Which column fills which field, by their names. A column may fill several; one that fits nothing is left out. */
export function guessMapping(heads: readonly string[], targets: readonly Target[]): ImportMapping {
  const mapping: ImportMapping = {};
  for (const target of targets) {
    const scores = heads.map((head) => fits(head, target));
    const best = Math.max(0, ...scores);
    if (best > 0) mapping[target.name] = { column: scores.indexOf(best) };
  }
  return withoutShared(mapping, heads, targets);
}

/** A column that one field owns by its very name is not lent to others of the same form that fit it only usually. */
function withoutShared(
  mapping: ImportMapping,
  heads: readonly string[],
  targets: readonly Target[],
): ImportMapping {
  const columnOf = (target: Target): number | null => {
    const source = mapping[target.name];
    return source && "column" in source ? source.column : null;
  };
  const lent = targets.filter((target) => {
    const column = columnOf(target);
    if (column === null || fits(heads[column] ?? "", target) >= OWN) return false;
    return targets.some(
      (other) =>
        other !== target &&
        other.group === target.group &&
        columnOf(other) === column &&
        fits(heads[column] ?? "", other) >= OWN,
    );
  });
  return Object.fromEntries(
    Object.entries(mapping).filter(([name]) => !lent.some((target) => target.name === name)),
  );
}

/** Heads of columns that we add ourselves when rows are taken out for correction, in every language. */
const ownHeads = ["Row", "Række", "Regel", "Reason", "Årsag", "Reden"];

/** A hash of a file's column names: the next file with the same ones is read in the same way. */
export function shapeOf(heads: readonly string[]): string {
  const own = new Set(ownHeads.map(plainName));
  const names = heads.map(plainName);
  // Only at the end: a column of the file's own may be called so, too.
  while (names.length > 0 && own.has(names.at(-1) ?? "")) names.pop();
  return createHash("sha256").update(JSON.stringify(names)).digest("hex");
}
