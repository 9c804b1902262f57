import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { isBankingDay } from "./banking-days";
import type { Settings } from "./settings";

const ZONE = "Europe/Copenhagen";
/** Every second hour between 07:00 and 19:00: https://developer.mastercard.com/bs-creditor-api/documentation/support/ */
const PUBLISH_HOURS = [7, 9, 11, 13, 15, 17, 19];

/** The first publish moment of production strictly after this instant. */
export function nextPublishMoment(after: Date): Date {
  let day = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(ZONE).toPlainDate();
  for (;;) {
    for (const hour of isBankingDay(day) ? PUBLISH_HOURS : []) {
      const moment = day.toZonedDateTime({ timeZone: ZONE, plainTime: { hour } }).epochMilliseconds;
      if (moment > after.getTime()) return new Date(moment);
    }
    day = day.add({ days: 1 });
  }
}

/** When the sandbox publishes the outcome: a delay drawn from the seed and the UUID, whatever else happens in between. */
export function sandboxMoment(receivedAt: Date, uuid: string, seed: number, settings: Settings): Date {
  const least = settings.sandboxDelayMinSeconds * 1000;
  const span = Math.max(0, settings.sandboxDelayMaxSeconds * 1000 - least);
  const drawn = createHash("sha256").update(`${seed} ${uuid.toLowerCase()}`).digest().readUInt32BE(0);
  return new Date(receivedAt.getTime() + least + (drawn % (span + 1)));
}
