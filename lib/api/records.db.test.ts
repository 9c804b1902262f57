import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import * as connections from "@/app/api/v1/connections/route";
import * as debtor from "@/app/api/v1/debtors/[id]/route";
import * as debtors from "@/app/api/v1/debtors/route";
import * as mandate from "@/app/api/v1/mandates/[id]/route";
import * as mandates from "@/app/api/v1/mandates/route";
import * as message from "@/app/api/v1/messages/[id]/route";
import * as payments from "@/app/api/v1/payments/route";
import * as askRoute from "@/app/api/v1/submissions/[id]/ask/route";
import * as submission from "@/app/api/v1/submissions/[id]/route";
import * as submissions from "@/app/api/v1/submissions/route";
import * as tasks from "@/app/api/v1/tasks/route";
import { connections as connectionTable, credentials, messages } from "@/db/schema";
import { API_KEY, type DebitDirectDesk, deskOnDebitDirect } from "@/lib/testing/debitdirect";
import type { Route } from "./call";
import type { Endpoint } from "./endpoint";
import { createConnectionEndpoint, listConnectionsEndpoint } from "./endpoints/connections";
import { createDebtorEndpoint, getDebtorEndpoint, listDebtorsEndpoint } from "./endpoints/debtors";
import { createMandateEndpoint, getMandateEndpoint, listMandatesEndpoint } from "./endpoints/mandates";
import { createPaymentEndpoint } from "./endpoints/payments";
import {
  askSubmissionEndpoint,
  getMessageEndpoint,
  getSubmissionEndpoint,
  listSubmissionsEndpoint,
  listTasksEndpoint,
} from "./endpoints/work";
import { ask, foreignKeyOn, keyOn } from "./testing";

vi.setConfig({ testTimeout: 30_000 });

let at: DebitDirectDesk;
let agent: string;
let finance: string;
let admin: string;

beforeEach(async () => {
  at = await deskOnDebitDirect("2026-11-20T09:00:00Z");
  agent = await keyOn(at.desk, "agent");
  finance = await keyOn(at.desk, "finance");
  admin = await keyOn(at.desk, "admin");
});

const dataOf = async (endpoint: Endpoint, route: Route, key: string, query = "") => {
  const { json } = await ask(endpoint, route, { key, query });
  return Array.isArray(json.data) ? json.data : [];
};
const bert = { kind: "person", name: "Bert Berg", customer_number: "100235", email: "bert@example.com" };

describe("debtors", () => {
  it("are added once per key, and read again alone and in the list", async () => {
    const given = { key: agent, body: bert, idempotencyKey: "bert" };
    const made = await ask(createDebtorEndpoint, debtors.POST, given);
    expect(made.status).toBe(201);
    const { id } = made.json;
    expect(made.headers.get("location")).toBe(`/api/v1/debtors/${id}`);
    const again = await ask(createDebtorEndpoint, debtors.POST, given);
    expect(again.headers.get("idempotent-replay")).toBe("true");
    expect(again.text).toBe(made.text);
    const read = await ask(getDebtorEndpoint, debtor.GET, { key: agent, params: { id: String(id) } });
    expect(read.json).toEqual(made.json);
    const rows = await dataOf(listDebtorsEndpoint, debtors.GET, agent, "sort=name");
    expect(rows.map((row) => row.name)).toEqual(["Anna Andersen", "Bert Berg"]);
  });

  it("keep a customer number for one only, said at its field", async () => {
    const twin = { ...bert, customer_number: "100234" };
    const { status, json } = await ask(createDebtorEndpoint, debtors.POST, { key: agent, body: twin });
    expect(status).toBe(422);
    expect(json.errors).toMatchObject([{ field: "customer_number", code: "customer_number_taken" }]);
  });
});

describe("mandates", () => {
  it("are created as an invitation where the debtor signs up at the bank", async () => {
    const { json: made } = await ask(createDebtorEndpoint, debtors.POST, { key: agent, body: bert });
    const body = { debtor_id: made.id, agreement_id: at.agreementId };
    const { status, headers, json } = await ask(createMandateEndpoint, mandates.POST, { key: agent, body });
    expect(status).toBe(201);
    expect(headers.get("location")).toBe(`/api/v1/mandates/${json.id}`);
    expect(json).toMatchObject({ state: "invited", debtor_id: made.id, customer_number: "100235" });
    expect(json.moves).toMatchObject([{ move: "invite", actor: { kind: "api", name: "agent key" } }]);
    const second = await ask(createMandateEndpoint, mandates.POST, { key: agent, body });
    expect(second.json).toMatchObject({ code: "duplicate", params: { mandate: json.id } });
  });

  it("refuse a field that the provider's form does not have, and a consent that was never given", async () => {
    const body = { debtor_id: at.debtorId, agreement_id: at.agreementId, values: { ibann: "NL" } };
    const { status, json } = await ask(createMandateEndpoint, mandates.POST, { key: agent, body });
    expect(status).toBe(422);
    expect(json.errors).toMatchObject([{ field: "values.ibann", code: "unknown_field" }]);
    const consent = { channel: "phone", given_at: "2026-11-21T09:00:00Z", wording: "Yes", taken_by: "Eva" };
    const early = await ask(createMandateEndpoint, mandates.POST, {
      key: agent,
      body: { debtor_id: at.debtorId, agreement_id: at.agreementId, consent },
    });
    expect(early.json.errors).toMatchObject([{ field: "consent.given_at", code: "in_future" }]);
  });

  it("are read with their moves and the messages that prove them, each of which can be read", async () => {
    const { json } = await ask(getMandateEndpoint, mandate.GET, { key: agent, params: { id: at.mandateId } });
    expect(json).toMatchObject({ state: "active", debtor_id: at.debtorId, provider: "debitdirect" });
    const { evidence_message_ids: ids } = getMandateEndpoint.answer.parse(json);
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      const stored = await ask(getMessageEndpoint, message.GET, { key: agent, params: { id } });
      expect(stored.status).toBe(200);
      expect(stored.text).not.toContain(API_KEY);
    }
  });

  it("are listed by state, debtor, provider and order", async () => {
    const list = (query: string) => dataOf(listMandatesEndpoint, mandates.GET, agent, query);
    expect(await list("state=active&sort=updated_at")).toMatchObject([{ id: at.mandateId }]);
    expect(await list("state=active&state=ended")).toHaveLength(1);
    expect(await list("state=ended")).toEqual([]);
    expect(await list(`debtor_id=${at.debtorId}`)).toHaveLength(1);
    expect(await list("provider=debitdirect&sending=none&test=true")).toHaveLength(1);
  });
});

describe("connections", () => {
  it("are answered without any secret", async () => {
    const { status, text, json } = await ask(listConnectionsEndpoint, connections.GET, { key: agent });
    expect(status).toBe(200);
    expect(json.data).toMatchObject([
      {
        id: at.connectionId,
        provider: "debitdirect",
        environment: "simulator",
        credential: { last_four: API_KEY.slice(-4) },
        agreements: [{ id: at.agreementId, state: "active", scheme: "nets-bs", test: true }],
      },
    ]);
    const { read } = at.desk.runtime.db;
    const [row] = await read.select().from(connectionTable);
    const [kept] = await read.select().from(credentials);
    const secrets = [API_KEY, row?.eventsSecretHash, row?.eventsSecretSealed, kept?.sealed];
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it("are added by an admin's key, with a credential that nobody sees again", async () => {
    const secret = "sk_anothersecretofthiscreditor0002";
    const body = {
      provider: "debitdirect",
      name: "Second",
      environment: "simulator",
      base_url: at.simulator.url,
      credential: { api_key: secret },
    };
    const given = { key: admin, body, idempotencyKey: "second" };
    const made = await ask(createConnectionEndpoint, connections.POST, given);
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({ name: "Second", credential: { last_four: "0002" } });
    const again = await ask(createConnectionEndpoint, connections.POST, given);
    expect(again.text).toBe(made.text);
    expect(made.text).not.toContain(secret);
    expect(await dataOf(listConnectionsEndpoint, connections.GET, admin)).toHaveLength(2);
  });

  it.each([
    [{ provider: "nobody" }, "provider", "choice"],
    [{ provider: "constructor" }, "provider", "choice"],
    [{ base_url: "http://10.0.0.1" }, "base_url", "address_not_allowed"],
    [{ environment: "production", base_url: "" }, "environment", "movable_clock"],
    [{ settings: { page_size: "0" } }, "settings.page_size", "out_of_range"],
    [{ settings: { nothing: "0" } }, "settings.nothing", "unknown_field"],
    [{ credential: { api_key: "" } }, "credential.api_key", "required"],
    [{ credential: { apikey: "x" } }, "credential.apikey", "unknown_field"],
  ])("refuse %j at its field", async (part, field, code) => {
    const body = {
      provider: "debitdirect",
      name: "Second",
      environment: "simulator",
      base_url: "http://127.0.0.1:9",
      ...part,
    };
    const { status, json } = await ask(createConnectionEndpoint, connections.POST, { key: admin, body });
    expect(status).toBe(422);
    expect(json.errors).toMatchObject([{ field, code }]);
  });
});

describe("what waits for an outcome", () => {
  const issue = () =>
    ask(createPaymentEndpoint, payments.POST, {
      key: finance,
      body: {
        mandate_id: at.mandateId,
        amount: { amount_minor: 10_000, currency: "DKK" },
        text: "Heat",
      },
    });

  it("is listed as a submission and as a task, and asking resolves it without sending again", async () => {
    at.simulator.faults.arm({ kind: "cut-after", method: "POST", path: "/payments", times: 1 });
    const { json: payment } = await issue();
    expect(payment.sending).toBe("unknown");
    const about = `subject_id=${payment.id}`;
    const [open] = await dataOf(listSubmissionsEndpoint, submissions.GET, agent, `state=unknown&${about}`);
    expect(open).toMatchObject({ operation: "payment.create", state: "unknown", tries: 1 });
    expect(await dataOf(listTasksEndpoint, tasks.GET, agent, about)).toMatchObject([
      { kind: "unknown_outcome", state: "open", subject_id: payment.id },
    ]);

    const asked = await ask(askSubmissionEndpoint, askRoute.POST, { key: agent, params: { id: open.id } });
    expect(asked.status).toBe(200);
    expect(asked.json).toMatchObject({ state: "confirmed", resolution: "found" });
    expect(asked.json.attempts).toMatchObject([{ n: 1, state: "accepted" }]);
    const read = await ask(getSubmissionEndpoint, submission.GET, { key: agent, params: { id: open.id } });
    expect(read.json).toEqual(asked.json);
    expect(await dataOf(listTasksEndpoint, tasks.GET, agent, about)).toEqual([]);
    expect(await dataOf(listTasksEndpoint, tasks.GET, agent, `state=done&${about}`)).toHaveLength(1);
    expect(at.simulator.journal.filter((one) => one.effect?.startsWith("payment.created"))).toHaveLength(1);
  });

  it("is refused to a body that asking does not take", async () => {
    const refused = await ask(askSubmissionEndpoint, askRoute.POST, {
      key: agent,
      params: { id: "sub_1" },
      body: { force: true },
    });
    expect(refused.json).toMatchObject({
      code: "invalid",
      errors: [{ field: "force", code: "unknown_field" }],
    });
  });
});

describe("another creditor", () => {
  it("finds nothing in any list and nothing under any id", async () => {
    const foreign = await foreignKeyOn(at.desk, "finance");
    const lists: [Endpoint, Route][] = [
      [listConnectionsEndpoint, connections.GET],
      [listDebtorsEndpoint, debtors.GET],
      [listMandatesEndpoint, mandates.GET],
      [listSubmissionsEndpoint, submissions.GET],
      [listTasksEndpoint, tasks.GET],
    ];
    for (const [endpoint, route] of lists) expect(await dataOf(endpoint, route, foreign)).toEqual([]);
    const narrow = `subject_id=${at.agreementId}`;
    expect(await dataOf(listSubmissionsEndpoint, submissions.GET, agent, narrow)).toHaveLength(1);
    expect(await dataOf(listSubmissionsEndpoint, submissions.GET, foreign, narrow)).toEqual([]);
    const byDebtor = `debtor_id=${at.debtorId}`;
    expect(await dataOf(listMandatesEndpoint, mandates.GET, foreign, byDebtor)).toEqual([]);

    const { read } = at.desk.runtime.db;
    const own = and(eq(messages.creditorId, at.desk.creditorId), eq(messages.direction, "out"));
    const [stored] = await read.select().from(messages).where(own).limit(1);
    const [sent] = await dataOf(listSubmissionsEndpoint, submissions.GET, agent, narrow);
    const records: [Endpoint, Route, string][] = [
      [getDebtorEndpoint, debtor.GET, at.debtorId],
      [getMandateEndpoint, mandate.GET, at.mandateId],
      [getSubmissionEndpoint, submission.GET, sent.id],
      [askSubmissionEndpoint, askRoute.POST, sent.id],
      [getMessageEndpoint, message.GET, stored?.id ?? ""],
    ];
    for (const [endpoint, route, id] of records) {
      const theirs = await ask(endpoint, route, { key: foreign, params: { id } });
      const nobodys = await ask(endpoint, route, { key: foreign, params: { id: "xxx_1" } });
      expect(theirs.status).toBe(404);
      expect({ ...theirs.json, request_id: "" }).toEqual({ ...nobodys.json, request_id: "" });
      expect((await ask(endpoint, route, { key: agent, params: { id } })).status).toBe(200);
    }
  });

  it("cannot make a mandate on this one's debtor or agreement", async () => {
    const foreign = await foreignKeyOn(at.desk, "agent");
    const body = { debtor_id: at.debtorId, agreement_id: at.agreementId };
    const { status } = await ask(createMandateEndpoint, mandates.POST, { key: foreign, body });
    expect(status).toBe(404);
  });
});
