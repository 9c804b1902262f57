import { describe, expect, it } from "vitest";
import { permissionsOf } from "@/lib/access/permissions";
import type { StoryAttempt } from "@/lib/records/story";
import { samplePayment } from "@/lib/testing/payment";
import { mayCancel, mayCollectAgain, mayReplan } from "./may";

const finance = permissionsOf("finance", false);
const agent = permissionsOf("agent", false);
const attempt = (state: StoryAttempt["state"]): StoryAttempt => ({
  id: "att_1",
  submissionId: "sub_1",
  n: 1,
  state,
  fence: 1,
  key: "key",
  method: "POST",
  path: "/payments",
  bodySha256: "",
  messageId: null,
  detail: null,
  recordedAt: new Date(0),
  permittedAt: state === "recorded" ? null : new Date(0),
  answeredAt: null,
});
const around = (patch: Partial<Parameters<typeof mayCancel>[1]> = {}) => ({
  permissions: finance,
  offers: { cancelPayment: true },
  open: null,
  submissions: [],
  ...patch,
});
const left = (state: StoryAttempt["state"], resolution: "did_happen" | "did_not_happen" | null = null) => [
  { operation: "payment.create" as const, attempts: [attempt(state)], resolution },
];

describe("cancelling", () => {
  it("is done here while nothing has left", () => {
    const open = { operation: "payment.create", state: "intended", nextAt: new Date() } as const;
    const ready = samplePayment({ state: "ready" });
    expect(mayCancel(ready, around({ open, submissions: left("recorded") }))).toEqual({ how: "here" });
    expect(mayCancel(ready, around({ open, submissions: left("held") }))).toEqual({ how: "here" });
  });

  it("waits while it is being sent, and is refused for what may have arrived", () => {
    const open = { operation: "payment.create", state: "in_flight", nextAt: null } as const;
    const ready = samplePayment({ state: "ready" });
    expect(mayCancel(ready, around({ open }))).toEqual({ off: "under_way" });
    expect(mayCancel(ready, around({ submissions: left("unknown") }))).toEqual({ off: "may_have_left" });
  });

  it("is done here for what was proven absent and waits for a person, not for what goes again in a moment", () => {
    const ready = samplePayment({ state: "ready" });
    const may = (nextAt: Date | null) => {
      const open = { operation: "payment.create", state: "intended", nextAt } as const;
      return mayCancel(ready, around({ open, submissions: left("unknown") }));
    };
    expect(may(null)).toEqual({ how: "absent" });
    expect(may(new Date())).toEqual({ off: "may_have_left" });
  });

  it("follows a person's verdict on what may have arrived", () => {
    const ready = samplePayment({ state: "ready" });
    const judged = (verdict: "did_happen" | "did_not_happen") =>
      mayCancel(ready, around({ submissions: left("unknown", verdict) }));
    expect(judged("did_not_happen")).toEqual({ how: "judged" });
    expect(judged("did_happen")).toEqual({ off: "may_have_left" });
  });

  it("is asked of the provider where it offers that and has the payment", () => {
    expect(mayCancel(samplePayment(), around())).toEqual({ how: "there" });
    expect(mayCancel(samplePayment(), around({ offers: { cancelPayment: false } }))).toEqual({
      off: "not_offered",
    });
    expect(mayCancel(samplePayment({ providerId: null }), around())).toEqual({ off: "not_offered" });
    const open = { operation: "payment.cancel", state: "unknown", nextAt: null } as const;
    expect(mayCancel(samplePayment(), around({ open }))).toEqual({ off: "cancelling" });
  });

  it("comes too late for what was collected or has ended, and is finance's", () => {
    expect(mayCancel(samplePayment({ state: "settled" }), around())).toEqual({ off: "collected" });
    expect(mayCancel(samplePayment({ state: "rejected" }), around())).toEqual({ off: "ended" });
    expect(mayCancel(samplePayment(), around({ permissions: agent }))).toEqual({ off: "permission" });
  });
});

describe("collecting again", () => {
  it("is offered once it will not come any more, to those who issue payments", () => {
    expect(mayCollectAgain(samplePayment(), around())).toBeNull();
    expect(mayCollectAgain(samplePayment({ state: "chargeback" }), around())).toEqual({ how: "again" });
    expect(mayCollectAgain(samplePayment({ state: "rejected", origin: "provider" }), around())).toEqual({
      off: "by_provider",
    });
    const auditor = around({ permissions: permissionsOf("auditor", false) });
    expect(mayCollectAgain(samplePayment({ state: "cancelled" }), auditor)).toEqual({ off: "permission" });
  });
});

describe("planning anew", () => {
  it("is offered only for what waits for a person and never left", () => {
    const ready = samplePayment({ state: "ready" });
    expect(mayReplan(ready, { permissions: finance, submissions: [], held: true })).toEqual({
      how: "replan",
    });
    expect(mayReplan(ready, { permissions: agent, submissions: [], held: true })).toEqual({
      off: "permission",
    });
    expect(mayReplan(ready, { permissions: finance, submissions: [], held: false })).toBeNull();
    expect(mayReplan(ready, { permissions: finance, submissions: left("unknown"), held: true })).toBeNull();
  });
});
