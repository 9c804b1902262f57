import { createHash } from "node:crypto";
import type { Hint, Incoming, Received, Reply } from "@/lib/providers/contract";
import { MAX_EVENT_BYTES } from "./settings";
import { readJson, wireEvent, wireEventData } from "./wire";

/**
 * https://docs.debitdirect.io/web-events/introduction. Chargebacks are promised an event but have no listed type, so the
 * likely spellings are taken too.
 */
const knownEvents: Readonly<Record<string, readonly string[]>> = {
  mandate: ["registration", "cancel"],
  payment: ["rejected", "reject", "cancelled", "settled", "chargeback", "chargedback", "charge_back"],
};

const reply = (status: number): Reply => ({ status, contentType: "text/plain; charset=utf-8", body: "" });
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const nameShape = /^[A-Za-z0-9_-]{1,100}$/;
const bothLists: readonly Hint[] = [{ about: "mandates" }, { about: "payments" }];

/** The names in `data`, wherever it keeps them: an object, its JSON as text, or a name by itself. */
function namesIn(data: unknown): { providerId: string | null; reference: string | null } {
  const object = typeof data === "string" ? readJson(data) : data;
  const read = wireEventData.safeParse(object);
  if (read.success) {
    const { handle, id, reference } = read.data;
    const providerId = [handle, id].find((name) => name !== null && nameShape.test(name)) ?? null;
    return { providerId, reference: reference !== null && reference.length <= 255 ? reference : null };
  }
  const bare = typeof data === "string" ? data.trim().replace(/^"(.*)"$/, "$1") : "";
  const handle = /^(md|cus|am)_/.test(bare) && nameShape.test(bare);
  return { providerId: handle || uuid.test(bare) ? bare : null, reference: null };
}

/** The form of a payment's handle is not published: a bare word may be one, so it is tried before the list is read. */
function possiblePayment(data: unknown): readonly Hint[] {
  const bare = typeof data === "string" ? data.trim() : "";
  const possible = bare.length >= 8 && nameShape.test(bare) && !/^(md|cus|am)_/.test(bare);
  return possible ? [{ about: "payment", ref: { providerId: bare } }] : [];
}

/** What to read again. A customer's or an agreement's name says which list, not which object. */
function hintFor(objectType: string, data: unknown): readonly Hint[] {
  const { providerId, reference } = namesIn(data);
  const prefix = /^(md|cus|am)_/.exec(providerId ?? "")?.[1] ?? null;
  if (objectType === "mandate")
    return providerId !== null && (prefix === null || prefix === "md")
      ? [{ about: "mandate", ref: { providerId } }]
      : [{ about: "mandates" }];
  if (objectType === "payment") {
    if (providerId !== null && prefix === null) return [{ about: "payment", ref: { providerId } }];
    if (reference !== null) return [{ about: "payment", ref: { reference } }];
    return [...possiblePayment(data), { about: "payments" }];
  }
  return prefix === "md" && providerId !== null ? [{ about: "mandate", ref: { providerId } }] : bothLists;
}

/** Their own words for people: printable and short. */
function titleOf(objectType: string, eventType: string): string {
  const words = `${objectType} ${eventType}`.replace(/[\p{C}\s]+/gu, " ").trim();
  return words === "" ? "unreadable" : Array.from(words).slice(0, 80).join("");
}

/**
 * What a web event says. They carry no signature, so the caller checks the secret in the address, and nothing here is
 * believed: it only says what to read again. Never throws, whatever the bytes.
 */
export function receive(incoming: Incoming): Received {
  const { body } = incoming;
  const dedupeKey = createHash("sha256").update(body).digest("hex");
  const base = { authenticity: "unsigned", dedupeKey, stored: reply(200), failed: reply(503) } as const;
  if (body.length === 0) return { ...base, title: "empty", hints: [], known: false };
  if (body.length > MAX_EVENT_BYTES) return { ...base, title: "too large", hints: bothLists, known: false };
  const read = wireEvent.safeParse(readJson(new TextDecoder().decode(body)));
  if (!read.success) return { ...base, title: "unreadable", hints: bothLists, known: false };
  const objectType = (read.data.objectType ?? "").trim().toLowerCase();
  const eventType = (read.data.eventType ?? "").trim().toLowerCase();
  const events = Object.hasOwn(knownEvents, objectType) ? knownEvents[objectType] : undefined;
  return {
    ...base,
    title: titleOf(read.data.objectType ?? "", read.data.eventType ?? ""),
    hints: hintFor(objectType, read.data.data),
    known: events?.includes(eventType) === true,
  };
}
