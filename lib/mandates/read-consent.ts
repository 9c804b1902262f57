import { z } from "zod";
import type { Consent } from "@/db/tables/nouns";
import { isDay } from "@/lib/kernel/day";
import type { FieldProblem } from "@/lib/kernel/errors";
import { atTime, type Zone } from "@/lib/kernel/instant";

const channels = ["phone", "paper", "link", "in_person"] as const satisfies readonly Consent["channel"][];
const LONGEST_WORDING = 60;

const consentShape = z.object({
  channel: z.enum(channels),
  givenAt: z.string(),
  wording: z.string(),
  takenBy: z.string(),
  words: z.string().optional(),
  textId: z.string().optional(),
});

/** A local time as a form gives it, `2026-11-20T12:45`, or with a space; null for anything else. */
export function readLocalTime(text: string, zone: Zone): Date | null {
  const [day = "", clock = "", ...more] = text.trim().split(/[T ]/);
  if (more.length > 0 || !isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(clock)) return null;
  return atTime(day, clock, zone);
}

/** Reads a consent that was kept as JSON; throws at anything else. */
export function keptConsent(json: unknown): Consent {
  const { words, textId, ...rest } = consentShape.parse(json);
  return { ...rest, ...(words === undefined ? {} : { words }), ...(textId === undefined ? {} : { textId }) };
}

/**
 * The consent as it was typed, or what is wrong with it, by field. `consent_text` names a version of the creditor's own
 * texts, whose words the verb adds; without it the wording's name is typed.
 */
export function readConsent(
  texts: Readonly<Record<string, string>>,
  zone: Zone,
  now: Date,
  takenBy: string,
): { ok: true; consent: Consent } | { ok: false; problems: Record<string, FieldProblem> } {
  const channel = channels.find((one) => one === texts.consent_channel);
  const givenText = texts.consent_given_at?.trim() ?? "";
  const givenAt = readLocalTime(givenText, zone);
  const wording = texts.consent_wording?.trim() ?? "";
  const problems: Record<string, FieldProblem> = {};
  if (!channel) problems.consent_channel = "required";
  if (!givenAt) problems.consent_given_at = givenText === "" ? "required" : "instant";
  else if (givenAt > now) problems.consent_given_at = "in_future";
  const textId = texts.consent_text?.trim() ?? "";
  if (textId !== "") {
    if (textId.length > LONGEST_WORDING) problems.consent_text = "choice";
  } else if (wording === "") problems.consent_wording = "required";
  else if (wording.length > LONGEST_WORDING) problems.consent_wording = "too_long";
  else if (/\p{Cc}/u.test(wording)) problems.consent_wording = "control_characters";
  if (!channel || !givenAt || Object.keys(problems).length > 0) return { ok: false, problems };
  const rest = { channel, givenAt: givenAt.toISOString(), takenBy };
  return { ok: true, consent: { ...rest, ...(textId ? { wording: "", textId } : { wording }) } };
}
