import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { mandates, toldEnds } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { providerOf } from "@/lib/connections/open-line";
import { type Ctx, requirePermission } from "@/lib/context";
import { type Day, isDay } from "@/lib/kernel/day";
import { AppError, notFound } from "@/lib/kernel/errors";
import { dayIn, startOfDay } from "@/lib/kernel/instant";
import { ruleOf } from "@/lib/payments/schedule";
import { withdrawIntent } from "@/lib/submissions/withdraw";
import { type Mandate, moveMandate } from "./door";
import { followEnd } from "./follow-end";
import { type MandateEnder, mandateEnders } from "./states";
import { type EndCause, endCauses, type TellChannel, tellChannels } from "./told-end";

export interface RecordEnd {
  /** One, or several of the same debtor that one message ends. */
  mandateIds: readonly string[];
  endedBy: string;
  cause: string;
  channel: string;
  toldBy: string;
  /** Since when it holds, `YYYY-MM-DD`. */
  effectiveOn: string;
  /** What was said, or where the letter is kept. */
  note: string;
}

interface Checked {
  endedBy: MandateEnder;
  cause: EndCause;
  channel: TellChannel;
  toldBy: string;
  effectiveOn: Day;
  note: string;
}

const LONGEST = { toldBy: 100, note: 2_000 };

/**
 * Writes down an end that we were told of outside the provider's API. Nothing is sent: what has not left waits for a
 * person, and what the provider has may still be collected. All of them end, or none.
 */
export async function recordEnd(ctx: Ctx, input: RecordEnd): Promise<void> {
  requirePermission(ctx, "mandates.stop");
  const told = check(input);
  const ids = [...new Set(input.mandateIds)];
  await inTransaction(ctx.db, async (tx) => {
    const found = await tx
      .select()
      .from(mandates)
      .where(and(inArray(mandates.id, ids), eq(mandates.creditorId, ctx.creditorId)));
    const [first] = found;
    if (!first || found.length !== ids.length) throw notFound();
    // Ids that a form sends along; one message is about one debtor.
    if (found.some((one) => one.id !== first.id && (!one.debtorId || one.debtorId !== first.debtorId)))
      throw notFound();
    for (const mandate of found.toSorted((a, b) => (a.id < b.id ? -1 : 1))) await end(tx, ctx, mandate, told);
  });
}

function check(input: RecordEnd): Checked {
  const endedBy = mandateEnders.find((one) => one === input.endedBy && one !== "unsaid");
  const cause = endCauses.find((one) => one === input.cause);
  const channel = tellChannels.find((one) => one === input.channel);
  const toldBy = input.toldBy.trim();
  const note = input.note.trim();
  const { effectiveOn } = input;
  const fields: Record<string, string> = {
    ...(endedBy ? {} : { ended_by: input.endedBy ? "choice" : "required" }),
    ...(cause ? {} : { cause: input.cause ? "choice" : "required" }),
    ...(channel ? {} : { channel: input.channel ? "choice" : "required" }),
    ...text("told_by", toldBy, LONGEST.toldBy),
    ...text("note", note, LONGEST.note),
  };
  if (!isDay(effectiveOn)) fields.effective_on = effectiveOn ? "day" : "required";
  if (!endedBy || !cause || !channel || !isDay(effectiveOn) || Object.keys(fields).length > 0)
    throw new AppError("invalid", { fields });
  return { endedBy, cause, channel, toldBy, effectiveOn, note };
}

function text(name: string, value: string, longest: number): Record<string, string> {
  if (value === "") return { [name]: "required" };
  if (value.length > longest) return { [name]: "too_long" };
  return /[^\P{Cc}\n\t\r]/u.test(value) ? { [name]: "control_characters" } : {};
}

/** The day a mandate began: the debtor's consent, where it is older than our record of it. */
function begunOn(mandate: Pick<Mandate, "consent" | "createdAt">, zone: string): Day {
  const { createdAt, consent } = mandate;
  const given = consent ? new Date(consent.givenAt).getTime() : createdAt.getTime();
  return dayIn(new Date(Math.min(given, createdAt.getTime())), zone);
}

async function end(tx: Tx, ctx: Ctx, mandate: Mandate, told: Checked): Promise<void> {
  const { zone } = ruleOf(providerOf(ctx, mandate), mandate.scheme);
  const now = ctx.clock.now();
  if (told.effectiveOn > dayIn(now, zone))
    throw new AppError("invalid", { fields: { effective_on: "day_ahead" } });
  if (told.effectiveOn < begunOn(mandate, zone))
    throw new AppError("invalid", { fields: { effective_on: "before_mandate" } });
  await withdrawIntent(tx, ctx, "mandate.create", mandate.id, told.note);
  const happenedAt = startOfDay(told.effectiveOn, zone);
  const ended = await moveMandate(
    tx,
    ctx,
    mandate,
    "record_end",
    { reason: told.note, happenedAt },
    { endedBy: told.endedBy },
  );
  const { cause, channel, toldBy, effectiveOn, note } = told;
  await tx.insert(toldEnds).values({
    mandateId: mandate.id,
    creditorId: ctx.creditorId,
    ...{ cause, channel, toldBy, effectiveOn, note },
    recordedByName: ctx.actor.name,
    at: now,
  });
  await followEnd(tx, ctx, ended);
}
