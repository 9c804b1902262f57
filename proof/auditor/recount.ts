import { type DeskRows, groupBy, type Violation } from "./rows";

interface Figure {
  count: number;
  amountMinor: number;
}

/** The figures of all rows, counted anew. */
function recounted(desk: DeskRows): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  const add = (key: readonly unknown[], amountMinor: number) => {
    const name = key.join("|");
    const known = figures.get(name) ?? { count: 0, amountMinor: 0 };
    figures.set(name, { count: known.count + 1, amountMinor: known.amountMinor + amountMinor });
  };
  for (const one of desk.mandates) add([one.creditorId, "mandates", "", one.state, "", one.test], 0);
  for (const one of desk.payments) {
    const { creditorId, currency, test, amountMinor } = one;
    add([creditorId, "payments", one.window, one.state, currency, test], amountMinor);
    if (one.state !== "settled") continue;
    const { reversibleUntil, claimUntil } = one;
    if (reversibleUntil)
      add([creditorId, "at_risk", reversibleUntil, "reversible", currency, test], amountMinor);
    if (claimUntil) add([creditorId, "at_risk", claimUntil, "claim", currency, test], amountMinor);
  }
  return figures;
}

/** I8: what is counted anew is what the counters say, per currency, in whole minor units. */
export function recount(desk: DeskRows): Violation[] {
  const found: Violation[] = [];
  const add = (subject: string, what: string) => found.push({ invariant: "I8", subject, what });
  const fresh = recounted(desk);
  for (const row of desk.counters) {
    const name = [row.creditorId, row.noun, row.bucket, row.state, row.currency, row.test].join("|");
    const real = fresh.get(name) ?? { count: 0, amountMinor: 0 };
    fresh.delete(name);
    if (row.count !== real.count) add(name, `counter says ${row.count}, there are ${real.count}`);
    if (row.amountMinor !== real.amountMinor)
      add(name, `counter says ${row.amountMinor}, they are ${real.amountMinor}`);
  }
  for (const [name, real] of fresh) add(name, `no counter, and there are ${real.count}`);
  for (const one of desk.payments)
    if (!Number.isSafeInteger(one.amountMinor)) add(one.id, `amount ${one.amountMinor} is not whole`);
  for (const wrong of auditStates(desk)) add(wrong.subject, wrong.what);
  return found;
}

/** Where the audit log says a record stands is where it stands: the third count of the same thing. */
function auditStates(desk: DeskRows): { subject: string; what: string }[] {
  const entries = groupBy(desk.auditLog, (one) => one.subjectId);
  return [...desk.payments, ...desk.mandates].flatMap((row) => {
    const last = (entries.get(row.id) ?? [])
      .filter((one) => one.before?.startsWith('{"state":'))
      .sort((a, b) => b.seq - a.seq)[0];
    if (!last) return [];
    const said: { state?: string } = JSON.parse(last.after ?? "{}");
    return said.state === row.state
      ? []
      : [{ subject: row.id, what: `is ${row.state}, and the audit log leaves it ${said.state}` }];
  });
}
