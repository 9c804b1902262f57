import type { MandateRow } from "@/lib/mandates/columns";

const at = new Date("2026-11-03T09:14:00Z");

/** A mandate for tests of what is read off one: active since 3 November, under its provider's number. */
export const sampleMandate = (patch: Partial<MandateRow> = {}): MandateRow => ({
  id: "man_1",
  creditorId: "cre_1",
  connectionId: "con_1",
  agreementId: "agr_1",
  provider: "debitdirect",
  scheme: "nets-bs",
  debtorId: "deb_1",
  debtorName: "Mogens Dam Vestby",
  customerNumber: "104121",
  state: "active",
  version: 2,
  sending: "none",
  values: {},
  masked: {},
  consent: null,
  test: false,
  requestKey: null,
  providerId: "theirs_1",
  mandateNumber: "000123456",
  reasonCode: null,
  reasonText: null,
  endedBy: null,
  usableFrom: null,
  unmapped: null,
  evidenceAt: at,
  evidenceId: null,
  askedAt: at,
  createdAt: at,
  updatedAt: at,
  ...patch,
});
