import type { RecordEnd } from "@/lib/mandates/record-end";

/** What a debtor says on the telephone: the mandate is revoked, since 10 November. */
export const toldEnd = (mandateIds: readonly string[], patch: Partial<RecordEnd> = {}): RecordEnd => ({
  mandateIds,
  endedBy: "debtor",
  cause: "revoked",
  channel: "phone",
  toldBy: "Mogens Dam Vestby",
  effectiveOn: "2026-11-10",
  note: "by phone",
  ...patch,
});
