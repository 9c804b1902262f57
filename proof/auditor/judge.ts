import { apart } from "./apart";
import { oneOpenAttempt, recordedFirst, sameBytes } from "./attempts";
import { auditTrail } from "./audit-trail";
import { declaredEdges } from "./edges";
import { evidence } from "./evidence";
import { inbox } from "./inbox";
import { oneDebit } from "./one-debit";
import { recount } from "./recount";
import { inTime, resolved, shownAsItIs } from "./resolved";
import type { DeskRows, ProviderRows, Violation } from "./rows";

/**
 * Everything that is wrong with a desk's books, held against what its providers wrote down. Pure: rows in, violations
 * out. It shares no logic with the product, or it would share its mistakes.
 *
 * `settled` adds what holds only once the providers are well and all that was due has been done.
 */
export function judge(
  desk: DeskRows,
  provider: ProviderRows,
  when: { settled: boolean; now: Date },
): Violation[] {
  return [
    ...oneDebit(desk, provider),
    ...oneOpenAttempt(desk),
    ...sameBytes(desk, provider),
    ...recordedFirst(desk, provider),
    ...evidence(desk),
    ...declaredEdges(desk),
    ...recount(desk),
    ...auditTrail(desk),
    ...inbox(desk),
    ...apart(desk),
    ...shownAsItIs(desk),
    ...(when.settled ? [...inTime(desk, when.now), ...resolved(desk)] : []),
  ];
}
