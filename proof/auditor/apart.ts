import type { DeskRows, Violation } from "./rows";

/** I11: test and live, creditor and creditor never mix. */
export function apart(desk: DeskRows): Violation[] {
  const found: Violation[] = [];
  const add = (subject: string, what: string) => found.push({ invariant: "I11", subject, what });
  const connections = new Map(desk.connections.map((one) => [one.id, one]));
  const agreements = new Map(desk.agreements.map((one) => [one.id, one]));
  const mandates = new Map(desk.mandates.map((one) => [one.id, one]));

  const rows = [
    ...desk.agreements,
    ...desk.mandates,
    ...desk.payments,
    ...desk.submissions,
    ...desk.messages,
  ];
  for (const row of rows) {
    const connection = connections.get(row.connectionId);
    if (connection?.creditorId !== row.creditorId) add(row.id, "its connection is another creditor's");
    if ("provider" in row && connection?.provider !== row.provider)
      add(row.id, "its connection is another provider's");
  }
  for (const row of [...desk.mandates, ...desk.payments]) {
    const agreement = agreements.get(row.agreementId);
    if (agreement?.creditorId !== row.creditorId) add(row.id, "its agreement is another creditor's");
    if (agreement?.connectionId !== row.connectionId) add(row.id, "its agreement is another connection's");
    if (agreement?.test !== row.test) add(row.id, `is ${row.test ? "test" : "live"}, its agreement is not`);
  }
  for (const payment of desk.payments) {
    const mandate = mandates.get(payment.mandateId);
    if (mandate?.creditorId !== payment.creditorId) add(payment.id, "its mandate is another creditor's");
    if (mandate?.agreementId !== payment.agreementId) add(payment.id, "its mandate is another agreement's");
  }
  for (const move of desk.moves) {
    const row =
      move.noun === "mandate"
        ? mandates.get(move.subjectId)
        : desk.payments.find((one) => one.id === move.subjectId);
    if (row && row.creditorId !== move.creditorId) add(move.id, "is a move of another creditor's record");
  }
  return found;
}
