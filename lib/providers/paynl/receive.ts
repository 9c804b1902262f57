import { createHash } from "node:crypto";
import type { Hint, Incoming, Received, Reply, Values } from "@/lib/providers/contract";
import { type CallBody, type CallFields, readCall } from "@/lib/providers/paynl/call-fields";
import { isCode, namesMandate } from "@/lib/providers/paynl/references";
import { type PaynlSettings, readSettings } from "@/lib/providers/paynl/settings";
import { checkSignature, headersOf, isSignedMethod } from "@/lib/providers/paynl/signature";

/** Far above any exchange call; larger ones are refused before they are parsed. */
const MAX_BYTES = 1024 * 1024;

/**
 * What PAY. calls about: https://developer.pay.nl/docs/exchanges-direct-debits-mandates and
 * https://developer.pay.nl/docs/refunds. The last two stand in very old receivers only.
 */
const ACTIONS: ReadonlySet<string> = new Set([
  "incassoadd",
  "incassopending",
  "incassosend",
  "incassocollected",
  "incassostorno",
  "new_ppt",
  "refund:add",
  "refund:received",
  "refund:send",
  "refund:storno",
  "incassodelete",
  "incassopredeclined",
]);

interface Subject {
  debit: string | null;
  mandate: string | null;
  order: string | null;
  /** Our own text that came back: a mandate id or a payment reference. */
  ours: string | null;
}

function code(fields: CallFields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = fields.get(name)?.trim() ?? "";
    if (isCode(value)) return value;
  }
  return null;
}

function subjectOf(fields: CallFields): Subject {
  const ours = fields.get("extra1") || fields.get("stats.extra1") || fields.get("reference") || "";
  return {
    debit: code(fields, "referenceId", "reference_id"),
    mandate: code(fields, "mandateId", "mandate_id"),
    order: code(fields, "order_id", "orderId"),
    ours: ours !== "" && ours.length <= 100 ? ours : null,
  };
}

/** A mandate's `reference` is its id with a hyphen in place of the underscore that PAY. may not take. */
function mandateIdIn(text: string): string | null {
  const id = text.replace(/^man-/, "man_");
  return namesMandate(id) ? id : null;
}

/**
 * What to read again. The mandate comes first: a debit of PAY.'s own making belongs to a mandate that must be known, and
 * the mandate's own state depends on its debits.
 */
function hintsOf({ debit, mandate, ours, order }: Subject): Hint[] {
  const mandateId = ours === null ? null : mandateIdIn(ours);
  const reference = mandateId === null ? ours : null;
  const hints: Hint[] = [];
  if (mandate !== null || mandateId !== null)
    hints.push({
      about: "mandate",
      ref: {
        ...(mandate === null ? {} : { providerId: mandate }),
        ...(mandateId === null ? {} : { ourId: mandateId }),
      },
    });
  if (debit !== null || reference !== null)
    hints.push({
      about: "payment",
      ref: {
        ...(debit === null ? {} : { providerId: debit }),
        ...(reference === null ? {} : { reference }),
        ...(mandate === null ? {} : { mandateProviderId: mandate }),
      },
    });
  if (hints.length === 0 && order !== null) hints.push({ about: "payments" });
  return hints;
}

/** The name of what happened: the action, or the status of the flat transaction that also comes for debits. */
function titleOf(fields: CallFields): string {
  const action = fields.get("action")?.trim() || fields.get("event")?.trim();
  if (action) return action.slice(0, 60);
  const status = fields.get("status.code")?.trim();
  return status ? `transaction ${status.slice(0, 20)}` : "unreadable call";
}

function isKnown(fields: CallFields, hints: readonly Hint[]): boolean {
  if (hints.length === 0) return false;
  const action = fields.get("action")?.trim();
  return action ? ACTIONS.has(action) : fields.has("status.code") && !fields.has("event");
}

function sha256(parts: string | Uint8Array): string {
  return createHash("sha256").update(parts).digest("hex");
}

/**
 * Equal for repeats. The body's own bytes count, except where a repeat has other bytes: a multipart boundary is drawn
 * anew every time, and a GET has none.
 */
function digestOf({ form, fields }: CallBody, body: Uint8Array): string {
  if (form !== "query" && form !== "multipart") return sha256(body);
  return sha256(JSON.stringify([...fields].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))));
}

const json = (status: number, body: object): Reply => ({
  status,
  contentType: "application/json",
  body: JSON.stringify(body),
});

const text = (status: number, body: string): Reply => ({
  status,
  contentType: "text/plain; charset=utf-8",
  body,
});

function replies(
  signed: boolean,
  unsignedJson: boolean,
  dedupeKey: string,
): Pick<Received, "stored" | "failed"> {
  if (signed)
    return {
      stored: json(200, { result: true, description: "stored" }),
      failed: json(503, { result: false, description: "try again" }),
    };
  if (unsignedJson) {
    const verification = dedupeKey.slice(0, 8);
    return {
      stored: json(200, { result: true, verification }),
      failed: json(503, { result: false, verification }),
    };
  }
  return { stored: text(200, "TRUE| stored"), failed: text(503, "FALSE| try again") };
}

function refused(status: number, description: string, signed: boolean, digest: string): Received {
  const reply = signed ? json(status, { result: false, description }) : text(status, `FALSE| ${description}`);
  return {
    authenticity: "refused",
    // Kept apart from genuine calls: a forged copy must not make the real one look like a repeat.
    dedupeKey: sha256(JSON.stringify(["refused", status, digest])),
    title: description,
    hints: [],
    known: false,
    stored: reply,
    failed: reply,
  };
}

/**
 * Reads an exchange call: any method, any bytes. A call is a trigger and never evidence: its amounts, in decimal euros,
 * are not read at all. A signature that is there must be right; whether one must be there is a setting.
 */
export function receive(incoming: Incoming, secrets: Values, values: Values): Received {
  const settings: PaynlSettings = readSettings(values);
  const headers = headersOf(incoming.headers);
  const signedMethod = isSignedMethod(headers);
  const { body } = incoming;
  if (body.length > MAX_BYTES) return refused(413, "too large", signedMethod, sha256(body));
  const signature = checkSignature(headers, body, secrets);
  // A signature covers the body alone: over an empty one it says nothing about the query.
  const covered = signature === "right" && body.length > 0;
  if (signature === "wrong") return refused(401, "signature not accepted", signedMethod, sha256(body));
  if (settings.requireSignature && !covered)
    return refused(401, "signature required", signedMethod, sha256(body));

  const call = readCall(incoming, headers.get("content-type") ?? "");
  const subject = subjectOf(call.fields);
  const hints = hintsOf(subject);
  const about = subject.debit ?? subject.mandate ?? subject.order ?? "";
  const dedupeKey = sha256(JSON.stringify([about, call.fields.get("action") ?? "", digestOf(call, body)]));
  const unsignedJson = settings.jsonReplyToUnsigned && call.form === "json";
  return {
    authenticity: covered ? "signed" : "unsigned",
    dedupeKey,
    title: titleOf(call.fields),
    hints,
    known: isKnown(call.fields, hints),
    ...replies(signedMethod, unsignedJson, dedupeKey),
  };
}
