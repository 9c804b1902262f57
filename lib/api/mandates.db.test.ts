import { beforeEach, describe, expect, it, vi } from "vitest";
import * as one from "@/app/api/v1/mandates/[id]/route";
import * as all from "@/app/api/v1/mandates/route";
import * as messageRoute from "@/app/api/v1/messages/[id]/route";
import { requests } from "@/db/schema";
import { fingerprintOf } from "@/lib/access/once";
import { type BsDesk, deskOnBetalingsservice } from "@/lib/testing/mastercard-bs";
import { createMandateEndpoint, getMandateEndpoint, listMandatesEndpoint } from "./endpoints/mandates";
import { getMessageEndpoint } from "./endpoints/work";
import { ask, keyOn } from "./testing";

vi.setConfig({ testTimeout: 30_000 });

let at: BsDesk;
let agent: string;

beforeEach(async () => {
  at = await deskOnBetalingsservice("2026-11-20T09:00:00Z");
  agent = await keyOn(at.desk, "agent");
});

const cpr = "0101701234";
const account = "0440116243";
const given = () => ({
  debtor_id: at.debtorId,
  agreement_id: at.agreementId,
  values: { identity: cpr, account: `0040 ${account}` },
  consent: {
    channel: "phone",
    given_at: "2026-11-20T08:55:00Z",
    wording: "You agree that we collect through Betalingsservice.",
    taken_by: "Bent",
  },
});
const create = (body: object, idempotencyKey?: string) =>
  ask(createMandateEndpoint, all.POST, {
    key: agent,
    body,
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  });

describe("a mandate that is asked for through the API", () => {
  it("is at the provider once, and shows its secrets masked in every answer", async () => {
    const made = await create(given(), "mandate-1");
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({ state: "pending", sending: "none", consent: { taken_by: "Bent" } });
    const again = await create(given(), "mandate-1");
    expect(again.headers.get("idempotent-replay")).toBe("true");
    expect(again.text).toBe(made.text);
    const created = at.simulator.journal.filter((entry) => entry.effect?.startsWith("mandate.created"));
    expect(created).toHaveLength(1);

    const id = String(made.json.id);
    const read = await ask(getMandateEndpoint, one.GET, { key: agent, params: { id } });
    const list = await ask(listMandatesEndpoint, all.GET, { key: agent });
    const texts = [made.text, read.text, list.text];
    for (const messageId of getMandateEndpoint.answer.parse(read.json).evidence_message_ids) {
      const params = { id: messageId };
      texts.push((await ask(getMessageEndpoint, messageRoute.GET, { key: agent, params })).text);
    }
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) {
      expect(text).not.toContain(cpr);
      expect(text).not.toContain(account);
    }
  });

  it("leaves no trace by which its CPR number could be found by trying", async () => {
    await create(given(), "mandate-2");
    const kept = await at.desk.runtime.db.read.select().from(requests);
    expect(kept).toHaveLength(2);
    for (const row of kept) {
      expect(JSON.stringify(row)).not.toContain(cpr);
      for (const parts of [given(), [{}, {}, given()], ["POST", "/mandates", [{}, {}, given()]]])
        expect(row.fingerprint).not.toBe(fingerprintOf(parts));
    }
  });

  it.each([
    [{ consent: undefined }, "consent.channel", "required"],
    [{ values: { identity: cpr } }, "values.account", "required"],
    [{ values: { identity: "1", account: `0040 ${account}` } }, "values.identity", "cpr_length"],
    [{ agreement_id: undefined }, "agreement_id", "required"],
    [{ consent: { channel: "mail" } }, "consent.channel", "choice"],
  ])("is refused with %j at its field", async (part, field, code) => {
    const { status, json } = await create({ ...given(), ...part });
    expect(status).toBe(422);
    expect(json.errors).toEqual(expect.arrayContaining([expect.objectContaining({ field, code })]));
    expect(await at.desk.runtime.db.read.select().from(requests)).toEqual([]);
  });
});
