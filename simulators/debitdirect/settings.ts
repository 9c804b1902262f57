import { z } from "zod";
import { Refusal } from "./refusal";

const count = (most: number) => z.coerce.number().int().min(0).max(most);

/**
 * Everything the published pages leave open or tell in two ways, with the answer this simulator starts with.
 * Nothing here is the provider's word: each setting exists so that no caller comes to rely on a guess.
 */
export const settingsSchema = z.strictObject({
  cancelPayment: z
    .enum(["on", "404", "422"])
    .default("on")
    .describe("DELETE /payments/{idOrHandle}; the real path and method are not published"),
  lateCancel: z
    .enum(["cancelled", "too-late"])
    .default("cancelled")
    .describe("What becomes of PendingCancel on the outcome day"),
  credits: z
    .enum(["on", "422"])
    .default("on")
    .describe("A negative amount is a credit; the real form is not published"),
  writeCustomers: z
    .enum(["on", "404"])
    .default("on")
    .describe("POST and PUT /customers; the real paths are not published"),
  missingIdempotencyKey: z
    .enum(["428", "accepted"])
    .default("428")
    .describe("POST /payments without an Idempotency-Key"),
  inactiveMandate: z
    .enum(["422", "428"])
    .default("422")
    .describe("A payment on a mandate or agreement that is not Active"),
  queryFilters: z
    .enum(["422", "ignore"])
    .default("422")
    .describe("filter and orderby: their grammar is not published"),
  listOrder: z
    .enum(["newest-first", "oldest-first"])
    .default("newest-first")
    .describe("Order of every list; not published"),
  idempotencyHours: count(8760).default(24).describe("How long a saved answer is replayed; not published"),
  failNextPayments: count(100000)
    .default(0)
    .describe("So many next POST /payments answer 500 and save that failure under their key"),
  rateLimitPerSecond: count(100000).default(0).describe("Calls a second before 429; 0 is no limit"),
  retryAfter: z.enum(["sent", "left-out"]).default("sent").describe("Retry-After on a 429"),
  visibilityLagSeconds: count(864000)
    .default(0)
    .describe("A created payment is missing from list and get for so long"),
  onePayment: z
    .enum(["bare", "envelope"])
    .default("bare")
    .describe("GET /payments/{idOrHandle} bare or in a paging envelope; both were published"),
  statusForm: z.enum(["name", "number"]).default("name").describe("Payment status as a name or a number"),
  scheduleDate: z.enum(["filled", "null"]).default("filled").describe("scheduleDate in answers"),
  settlementDate: z.enum(["filled", "null"]).default("filled").describe("settlementDate once settled"),
  deadlineDay: z
    .enum(["included", "excluded"])
    .default("included")
    .describe("Whether the deadline day itself is still in time"),
  testPayments: z
    .enum(["move", "stay-pending"])
    .default("move")
    .describe("Whether test payments ever leave Pending"),
  dataForm: z
    .enum(["handle", "json-text", "object"])
    .default("handle")
    .describe("What a web event carries in data"),
  rejectEventType: z
    .enum(["rejected", "reject"])
    .default("rejected")
    .describe("eventType of a rejection; both are published"),
  chargebackEventType: z
    .string()
    .min(1)
    .max(40)
    .default("chargeback")
    .describe("eventType of a chargeback; promised, but in no published list"),
  webhookTries: z.coerce
    .number()
    .int()
    .min(1)
    .max(10)
    .default(1)
    .describe("Tries per web event, a minute apart by this clock"),
  loseEvents: count(1000)
    .default(0)
    .describe("Every so manieth web event is never sent; 1 loses all, 0 none"),
  eventCopies: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(1)
    .describe("Times each web event is delivered"),
  eventOrder: z
    .enum(["as-happened", "reversed"])
    .default("as-happened")
    .describe("Order in which waiting web events are delivered"),
});

export type Settings = z.infer<typeof settingsSchema>;

/** `input` over the present settings; unknown names and values are refused with 422. */
export function mergeSettings(present: Settings, input: object): Settings {
  const read = settingsSchema.safeParse({ ...present, ...input });
  if (read.success) return read.data;
  const first = read.error.issues[0];
  throw new Refusal(422, `${first?.path.join(".") ?? ""} ${first?.message ?? ""}`.trim());
}

/** One row per setting, for the page: its name and what it decides. */
export function settingNotes(): { name: string; about: string }[] {
  return Object.entries(settingsSchema.shape).map(([name, field]) => ({
    name,
    about: field.description ?? "",
  }));
}
