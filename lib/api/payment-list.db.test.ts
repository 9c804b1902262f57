import { beforeEach, describe, expect, it, vi } from "vitest";
import * as all from "@/app/api/v1/payments/route";
import { type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { createPaymentEndpoint, listPaymentsEndpoint } from "./endpoints/payments";
import { ask, foreignKeyOn, keyOn } from "./testing";

vi.setConfig({ testTimeout: 30_000 });

let at: DebitDirectDesk;
let finance: string;

beforeEach(async () => {
  at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
  finance = await keyOn(at.desk, "finance");
});

const issue = (amount_minor = 123_675) =>
  ask(createPaymentEndpoint, all.POST, {
    key: finance,
    body: {
      mandate_id: at.mandateId,
      amount: { amount_minor, currency: "DKK" },
      due: "2026-12-01",
      text: "Heat December",
    },
  });

describe("the list of payments", () => {
  const list = (query: string, key = finance) => ask(listPaymentsEndpoint, all.GET, { key, query });

  it("shows the creditor's own, page by page, in the order asked for", async () => {
    const amounts = [30_000, 10_000, 20_000];
    for (const amount of amounts) await issue(amount);
    const seen: unknown[] = [];
    let after = "";
    for (let pages = 0; pages < 5; pages += 1) {
      const { json } = await list(`sort=amount&limit=1${after && `&after=${after}`}`);
      const page = listPaymentsEndpoint.answer.parse(json);
      seen.push(...page.data.map((row) => row.amount.amount_minor));
      if (page.next === null) break;
      after = page.next;
    }
    expect(seen).toEqual([10_000, 20_000, 30_000]);
    expect((await list("", await foreignKeyOn(at.desk, "finance"))).json).toEqual({ data: [], next: null });
  });

  it.each([
    ["state=pending", 1],
    ["state=pending&state=settled", 1],
    ["state=settled", 0],
    ["sending=unknown", 0],
    ["currency=DKK&provider=debitdirect&test=true", 1],
    ["test=false", 0],
    ["requested_from=2026-12-01&requested_to=2026-12-01&sort=-requested", 1],
    ["requested_from=2026-12-02", 0],
    ["window=2026-11", 1],
    ["debtor_id=deb_other", 0],
    ["mandate_id=man_other", 0],
  ])("is filtered by %s", async (query, count) => {
    await issue();
    const { status, json } = await list(query);
    expect(status).toBe(200);
    expect(json.data).toHaveLength(count);
  });

  it("finds by the record it belongs to", async () => {
    await issue();
    for (const query of [
      `debtor_id=${at.debtorId}&sort=amount`,
      `mandate_id=${at.mandateId}`,
      `connection_id=${at.connectionId}`,
    ])
      expect((await list(query)).json.data).toHaveLength(1);
  });

  it.each([
    ["state=paid", "state.0", "choice"],
    ["sort=name", "sort", "choice"],
    ["limit=0", "limit", "out_of_range"],
    ["limit=1000", "limit", "out_of_range"],
    ["limit=ten", "limit", "pattern"],
    ["after=bm90aGluZw", "after", "cursor"],
    ["after=%00", "after", "pattern"],
    ["debtor_id=%00", "debtor_id", "pattern"],
    ["requested_from=0000-01-01", "requested_from", "out_of_range"],
    ["window=2026-13", "window", "pattern"],
    ["test=yes", "test", "choice"],
    ["sending=none&sending=unknown", "sending", "choice"],
    ["offset=10", "offset", "unknown_field"],
    ["__proto__=1", "__proto__", "unknown_field"],
  ])("refuses %s", async (query, field, code) => {
    const { status, json } = await list(query);
    expect(status).toBe(422);
    expect(json).toMatchObject({ code: "invalid", errors: [{ field, code }] });
  });
});
