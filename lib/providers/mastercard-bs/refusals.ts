import { z } from "zod";
import type { Exchange } from "@/lib/providers/contract";
import { signatureCodes, tellingWords } from "@/lib/providers/mastercard-bs/settings";
import { parseJson } from "@/lib/providers/mastercard-bs/wire";

/** A refusal in one form, whoever raised it. */
export interface Fault {
  status: number;
  /** `gateway`: stopped before the service. `service`: the service itself. `unread`: neither shape. */
  raisedBy: "gateway" | "service" | "unread";
  code: string;
  text: string | null;
}

const maybe = z.string().trim().nullish().catch(null);
const gatewayError = z.looseObject({ Source: maybe, ReasonCode: maybe, Description: maybe, Details: maybe });
const gatewayShape = z.object({
  Errors: z.object({ Error: z.union([z.array(z.unknown()), z.looseObject({})]) }),
});
const serviceShape = z.object({ errorCode: maybe, errorDescription: maybe });

/**
 * Reads the body of a refusal. The gateway's shape is common to all Mastercard APIs
 * (https://developer.mastercard.com/platform/documentation/errors-and-troubleshooting/oauth1-and-mtls-error-codes/);
 * the service's is known from others' use only. What has neither keeps its status and first 500 characters.
 */
export function readFault(status: number, body: string): Fault {
  const json = parseJson(body);
  const gateway = gatewayShape.safeParse(json);
  if (gateway.success) {
    const list = gateway.data.Errors.Error;
    const first = gatewayError.safeParse(Array.isArray(list) ? list[0] : list);
    if (first.success && (first.data.ReasonCode || first.data.Description)) {
      const { Source, ReasonCode, Description, Details } = first.data;
      return {
        status,
        raisedBy: !Source || /gateway/i.test(Source) ? "gateway" : "service",
        code: ReasonCode || `HTTP_${status}`,
        text: shorten([Description, Details].filter(Boolean).join(" ")),
      };
    }
  }
  const service = serviceShape.safeParse(json);
  if (service.success && (service.data.errorCode || service.data.errorDescription)) {
    const { errorCode, errorDescription } = service.data;
    return {
      status,
      raisedBy: "service",
      code: errorCode || `HTTP_${status}`,
      text: shorten(errorDescription ?? ""),
    };
  }
  return { status, raisedBy: "unread", code: `HTTP_${status}`, text: shorten(body) };
}

function shorten(text: string): string | null {
  return withoutPersonalNumbers(text.trim()).slice(0, 500) || null;
}

/**
 * Their texts may repeat what was sent. A person's number (with or without its hyphen), an account and an IBAN are runs
 * of ten digits or more; nothing else that people need from these texts is.
 */
export function withoutPersonalNumbers(text: string): string {
  return text.replace(/\d{6}-\d{4}|\d{10,}/g, "••••••••••");
}

/** Code and text, without the base string that the gateway quotes: it holds our address and parameter names. */
function spoken(fault: Fault): string {
  return `${fault.code} ${fault.text ?? ""}`.replace(/\b(GET|POST|PUT|DELETE)&\S+/g, " ").replace(/_/g, " ");
}

/** Whether a refusal says that this very request has been received before. */
export function saysRepeated(fault: Fault): boolean {
  return tellingWords.repeated.test(spoken(fault));
}

/** Our clock less theirs, in milliseconds, by the answer's Date header (whole seconds); null without one. */
function clockSkewMs(exchange: Exchange): number | null {
  if (exchange.result.kind !== "answered") return null;
  const theirs = Date.parse(exchange.result.headers.date ?? "");
  return Number.isNaN(theirs) ? null : exchange.sentAt.getTime() + exchange.ms - theirs;
}

interface AccessTrouble {
  problem: "clock" | "not_activated" | "wrong_environment" | "credential_refused";
  detail: string;
}

/**
 * What a refused signature or right is about, or null when the refusal is about something else. A wrong clock looks to
 * the gateway like a wrong signature: unless the answer says what it is about, or comes from the service behind the
 * gateway, a measured difference explains it, and the key is not to be blamed.
 */
export function accessTrouble(fault: Fault, exchange: Exchange, toleranceMs: number): AccessTrouble | null {
  const aboutSignature = signatureCodes.has(fault.code);
  if (fault.status !== 401 && fault.status !== 403 && !aboutSignature) return null;
  const detail = [`HTTP ${fault.status}`, fault.code, fault.text].filter(Boolean).join(" · ");
  const words = spoken(fault);
  if (tellingWords.notActivated.test(words)) return { problem: "not_activated", detail };
  if (tellingWords.wrongEnvironment.test(words)) return { problem: "wrong_environment", detail };
  const saysClock = tellingWords.clock.test(words);
  const skew = saysClock || aboutSignature || fault.raisedBy !== "service" ? clockSkewMs(exchange) : null;
  if (skew !== null && Math.abs(skew) > toleranceMs) {
    const seconds = Math.round(Math.abs(skew) / 1_000);
    const way = skew < 0 ? "behind" : "ahead of";
    return { problem: "clock", detail: `our clock is ${seconds} seconds ${way} the provider's · ${detail}` };
  }
  return { problem: saysClock ? "clock" : "credential_refused", detail };
}
