import { z } from "zod";

// The page's forms send every value as text.
const flag = z.union([z.boolean(), z.stringbool()]);
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** The switches: what the provider's public pages leave open, and what a test wants otherwise. Defaults are our assumptions. */
export const settingsSchema = z.strictObject({
  /** A second create with a known UUID. The first choice accepts the same bytes again and answers other bytes with 409. */
  repeatedUuid: z.enum(["same-body-created", "always-400", "always-409"]).default("same-body-created"),
  /** A searched UUID that this client never sent: left out of the answer, or the whole search refused with 404. */
  unknownUuid: z.enum(["omit", "refuse"]).default("omit"),
  /** Empty: the search answers a bare array. A name: an object with the array under that name. */
  searchEnvelope: z
    .string()
    .regex(/^[A-Za-z]{0,40}$/)
    .default(""),
  /** Name of the field that carries the new mandate's number. */
  idField: z
    .string()
    .regex(/^[A-Za-z]{1,40}$/)
    .default("mandateId"),
  /** Shape of a refused body: the service's two fields, or the gateway's list of errors. */
  bodyErrorShape: z.enum(["service", "gateway"]).default("service"),
  /** A field the API does not know is refused; otherwise it is ignored. */
  refuseUnknownFields: flag.default(true),
  /** Seconds for which a created mandate cannot be found by search. */
  visibilityLagSeconds: whole(0, 30 * 86_400).default(0),
  maxSearch: whole(1, 10_000).default(100),
  /** Requests per second and client; 0: no limit. */
  ratePerSecond: whole(0, 1_000_000).default(500),
  timestampWindowSeconds: whole(1, 86_400).default(300),
  sandboxDelayMinSeconds: whole(0, 86_400).default(30),
  sandboxDelayMaxSeconds: whole(0, 86_400).default(90),
});

export type Settings = z.infer<typeof settingsSchema>;
