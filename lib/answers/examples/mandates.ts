import { RULES } from "@/lib/deadlines/rules";
import { day } from "@/lib/kernel/day";
import { mostUseful } from "../debtor";
import { at, type Example, moved, now, ofMandate, opened } from "./example";

const elsewhere = {
  en: "This provider registers mandates only; the collection is sent another way.",
  da: "Denne udbyder registrerer kun aftaler; opkrævningen sendes på anden vis.",
  nl: "Deze aanbieder registreert alleen machtigingen; de incasso gaat langs een andere weg.",
};
const unregistered = {
  en: "The agreement is not registered there yet.",
  da: "Kreditoraftalen er ikke registreret dér endnu.",
  nl: "De overeenkomst is daar nog niet geregistreerd.",
};
const nobody = {
  mandates: [],
  payments: [],
  dues: new Map(),
  waiting: new Set<string>(),
  rows: [],
  zone: RULES["nets-bs"].zone,
};

export const mandateExamples: readonly Example[] = [
  {
    when: "A debtor without any mandate",
    answer: mostUseful({
      ...nobody,
      debtor: { id: "deb_1", name: "Mogens Dam Vestby", customerNumber: "104121" },
    }),
    code: "mandate_none",
    next: ["new_mandate"],
    names: ["Mogens Dam Vestby"],
  },
  {
    when: "The mandate can be used, and no payment was ever made on it",
    answer: ofMandate({}),
    code: "nothing_asked",
    next: ["new_payment"],
    names: ["Tue 1 Dec"],
  },
  {
    when: "The form of the mandate was kept and never sent",
    answer: ofMandate({ state: "draft" }),
    code: "mandate_draft",
    next: ["send_mandate"],
  },
  {
    when: "The mandate is being sent at this moment",
    answer: ofMandate(
      { state: "draft", sending: "sending" },
      { open: opened({ operation: "mandate.create", state: "in_flight", sentAt: now }) },
    ),
    code: "mandate_sending",
    next: ["wait"],
  },
  {
    when: "The mandate waits for a person, as nobody takes it up any more",
    answer: ofMandate({ state: "draft" }, { open: opened({ operation: "mandate.create", nextAt: null }) }),
    code: "mandate_unsent",
    next: ["mend_connection"],
  },
  {
    when: "The mandate was sent and no answer came",
    answer: ofMandate(
      { state: "draft", sending: "unknown" },
      {
        open: opened({
          operation: "mandate.create",
          state: "unknown",
          sentAt: at("2026-11-20T11:31:00Z"),
          lookUps: 3,
        }),
      },
    ),
    code: "mandate_unknown",
    next: ["check", "decide"],
    names: ["Fri 20 Nov 12:31", "3 times"],
  },
  {
    when: "We asked the provider to end the mandate, and no answer came",
    answer: ofMandate(
      { state: "active", sending: "unknown" },
      {
        open: opened({
          operation: "mandate.end",
          state: "unknown",
          sentAt: at("2026-11-20T11:31:00Z"),
          lookUps: 1,
        }),
      },
    ),
    code: "mandate_unknown_end",
    next: ["check", "decide"],
    names: ["has ended the mandate", "Fri 20 Nov 12:31", "once"],
  },
  ...(["mandate.create", "mandate.end"] as const).map((operation) => ({
    when:
      operation === "mandate.create"
        ? "The mandate was sent, no answer came, and the provider was asked until it was proven not to be there"
        : "The same of the request to end the mandate",
    answer: ofMandate(
      { state: operation === "mandate.create" ? "draft" : "active", sending: "unknown" },
      {
        open: opened({
          operation,
          state: "unknown",
          nextAt: null,
          sentAt: at("2026-11-20T11:31:00Z"),
          lookUps: 3,
          absences: 2,
        }),
      },
    ),
    code: "mandate_absent" as const,
    next: ["send_again"] as const,
    names: ["did not arrive", "2 times", "An approver sends the same request again"],
  })),
  {
    when: "We asked the provider to end the mandate, and it has not confirmed it",
    answer: ofMandate({}, { open: opened({ operation: "mandate.end", state: "in_flight", sentAt: now }) }),
    code: "mandate_ending",
    next: ["wait"],
  },
  {
    when: "The debtor was invited and has not signed up",
    answer: ofMandate({ state: "invited" }, { moves: [moved("invited")] }),
    code: "mandate_invited",
    next: ["remind"],
    names: ["Wed 18 Nov"],
  },
  {
    when: "The provider has the mandate and the bank has not answered",
    answer: ofMandate(
      { state: "pending" },
      { usualMs: 26 * 3_600_000, moves: [moved("pending", { word: "PendingProcess" })] },
    ),
    code: "mandate_pending",
    also: ["usual"],
    next: ["wait", "check"],
    names: ["Wed 18 Nov"],
  },
  {
    when: "The mandate counts once its first debit is collected, and that is planned",
    answer: ofMandate(
      { state: "pending", provider: "paynl", scheme: "sepa-core" },
      { plansFirstDebit: true, debit: day("2026-11-27"), moves: [moved("pending")] },
    ),
    code: "mandate_pending_debit",
    next: ["wait", "check"],
    names: ["Fri 27 Nov"],
  },
  {
    when: "The same, and no first debit is known here",
    answer: ofMandate(
      { state: "pending", provider: "paynl", scheme: "sepa-core" },
      { plansFirstDebit: true, moves: [moved("pending")] },
    ),
    code: "mandate_pending_debit",
    next: ["wait", "check"],
    names: ["its first debit."],
  },
  {
    when: "The provider waits for the mandate to be verified",
    answer: ofMandate({ state: "pending" }, { moves: [moved("pending", { word: "PendingVerification" })] }),
    code: "mandate_pending_verification",
    next: ["check"],
  },
  {
    when: "The bank has not answered for longer than is usual",
    answer: ofMandate({ state: "pending" }, { silentBankDays: 6, moves: [moved("pending")] }),
    code: "mandate_stale",
    next: ["check"],
    names: ["6 bank days"],
  },
  {
    when: "A colleague suspended the mandate",
    answer: ofMandate(
      { state: "suspended" },
      { moves: [moved("suspended", { actorName: "Sofie Krogh", cause: "moves house" })] },
    ),
    code: "mandate_suspended",
    next: ["resume_mandate"],
    names: ["Sofie Krogh", "moves house"],
  },
  {
    when: "The bank reported that the debtor ended the mandate",
    answer: ofMandate(
      { state: "ended", endedBy: "debtor" },
      { moves: [moved("ended", { move: "end", happenedAt: at("2026-11-16T23:00:00Z") })] },
    ),
    code: "mandate_ended",
    next: ["new_mandate", "evidence"],
    names: ["Tue 17 Nov", "by the debtor"],
  },
  {
    when: "The debtor said so on the telephone, and a colleague wrote it down",
    answer: ofMandate(
      { state: "ended", endedBy: "debtor" },
      {
        moves: [
          moved("ended", { move: "record_end", actorName: "Sofie Krogh", cause: "has sold the house" }),
        ],
      },
    ),
    code: "mandate_ended",
    next: ["new_mandate", "evidence"],
    names: ["Sofie Krogh wrote it down", "has sold the house"],
  },
  {
    when: "The provider or the bank refused the mandate, for a reason that has words",
    answer: ofMandate(
      { provider: "mastercard-bs", state: "failed", reasonCode: "DEBTOR_IDENTITY_IS_NOT_CORRECT" },
      { moves: [moved("failed")] },
    ),
    code: "mandate_failed",
    next: ["correct_mandate"],
    names: ["DEBTOR_IDENTITY_IS_NOT_CORRECT"],
  },
  {
    when: "The mandate was refused, in words of the provider’s own",
    answer: ofMandate({ state: "failed", reasonText: "Account closed" }, { moves: [moved("failed")] }),
    code: "mandate_failed_theirs",
    next: ["correct_mandate"],
    names: ["Account closed"],
  },
  {
    when: "The mandate stands, and can be used only from a later day",
    answer: ofMandate({ usableFrom: "2027-01-04" }),
    code: "mandate_not_yet",
    next: ["wait"],
    names: ["4 January 2027"],
  },
  {
    when: "The mandate stands at a provider that collects for nobody",
    answer: ofMandate({}, { obstacle: elsewhere, collects: false }),
    code: "mandate_elsewhere",
    next: ["new_mandate"],
    names: ["another way"],
  },
  {
    when: "The mandate stands, and something keeps it from being charged",
    answer: ofMandate({}, { obstacle: unregistered }),
    code: "mandate_off",
    next: ["check", "new_mandate"],
    names: ["not registered there"],
  },
  {
    when: "A reported mandate that is nobody’s, with a word that nobody knows, on a connection whose key ran out",
    answer: ofMandate(
      { debtorId: null, debtorName: "", unmapped: "PausedByBank", test: true },
      { connection: { expiresAt: at("2026-11-19T08:00:00Z") } },
    ),
    code: "nothing_asked",
    also: ["unmapped", "without_debtor", "credential_expired", "test"],
    next: ["link_debtor", "new_payment"],
  },
];
