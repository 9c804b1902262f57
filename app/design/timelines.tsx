import { zone } from "@/app/design/samples";
import type { TimelineItem } from "@/components/record/timeline";
import { formatClock, formatInstant } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";

const body = `{
  "uuid": "0b9f6c1e-6c0a-4a5e-9d2e-3f4a5b6c7d8e",
  "statusCode": "VALIDATED",
  "mandateId": "012345678"
}`;

type Moment = Pick<TimelineItem, "key" | "at" | "day" | "time">;

function moment(at: string, locale: Locale): Moment {
  const instant = new Date(at);
  const time = formatClock(instant, zone);
  const day = formatInstant(instant, locale, zone, { city: false }).slice(0, -(time.length + 1));
  return { key: at, at, day, time };
}

export function sampleTimeline(locale: Locale): TimelineItem[] {
  return [
    {
      ...moment("2026-11-22T22:59:00Z", locale),
      when: "future",
      sentence: "Cut-off. Payments ready by then are collected on Tue 1 December.",
    },
    {
      ...moment("2026-11-20T11:52:00Z", locale),
      when: "now",
      sentence: (
        <>
          <b>Now.</b> Nothing is open.
        </>
      ),
    },
    {
      ...moment("2026-11-20T08:41:00Z", locale),
      when: "past",
      mark: "final",
      sentence: (
        <>
          <b>Active.</b> The bank approved it and gave agreement 012345678.
        </>
      ),
      note: "Answer to our look-up. Rule bs.status.validated.",
      message: {
        body,
        id: "msg_01KAG4T8",
        facts: ["200 after 412 ms", "signature not offered by provider"],
        headers: "content-type: application/json",
        open: true,
      },
    },
    {
      ...moment("2026-11-19T13:02:00Z", locale),
      when: "past",
      mark: "pending",
      sentence: (
        <>
          <b>Pending.</b> The provider has it; waiting for the bank.
        </>
      ),
      message: { body, id: "msg_01KAG4T1", facts: ["201 after 600 ms"] },
    },
    {
      ...moment("2026-11-19T13:01:00Z", locale),
      when: "past",
      mark: "sending",
      sentence: (
        <>
          <b>Sent</b> by Jonas Elkjær, once, under request 0b9f6c1e.
        </>
      ),
    },
    {
      ...moment("2026-11-19T12:58:00Z", locale),
      when: "past",
      mark: "draft",
      sentence: (
        <>
          <b>Consent recorded</b> by phone, text version da-7.
        </>
      ),
    },
  ];
}

export function sampleUnknownTimeline(locale: Locale): TimelineItem[] {
  return [
    {
      ...moment("2026-11-19T13:09:00Z", locale),
      when: "now",
      sentence: (
        <>
          <b>Now.</b> Next automatic question to the provider at 14:12.
        </>
      ),
    },
    {
      ...moment("2026-11-19T13:02:00Z", locale),
      when: "past",
      mark: "unknown",
      sentence: (
        <>
          <b>No answer.</b> The connection closed after 30 s, after the request had left.
        </>
      ),
      message: { body: "POST /creditor/mandates", id: "msg_01KAG4T2", facts: ["412 bytes", "no answer"] },
    },
  ];
}
