import { bankDayOnOrAfter } from "@/lib/deadlines/calendars";
import { RULES } from "@/lib/deadlines/rules";
import { type Window, windowOf } from "@/lib/deadlines/windows";
import { addDays, addMonths, type Day, monthOf } from "@/lib/kernel/day";
import { atTime, dayIn } from "@/lib/kernel/instant";
import { recordEnd } from "@/lib/mandates/record-end";
import { stopMandate } from "@/lib/mandates/stop";
import {
  addDebtor,
  bill,
  bsMandate,
  cancelNewest,
  invite,
  issue,
  mandateOf,
  mandatesIn,
  paynlMandate,
  signUp,
} from "./actions";
import type { Agreements } from "./connect";
import { bsDebtors, debitDirectDebtors, paynlDebtors } from "./debtors";
import type { SeedDesk } from "./desk";
import { control } from "./simulators";

/** Something that happens at an instant of the demo's clock. */
export interface Scene {
  at: Date;
  play(desk: SeedDesk, agreements: Agreements): Promise<void>;
}

const rule = RULES["nets-bs"];
const ZONE = "Europe/Copenhagen";
const euros = ["46,50", "51,00", "59,75", "43,20", "62,10"];
/** Øre of 13 are rejected and of 66 charged back; these are neither. */
const kroner = ["812,50", "1.236,75", "684,00", "954,25", "1.410,00", "733,80", "1.098,40"];

const at = (day: Day, clock: string): Date => atTime(bankDayOnOrAfter("denmark", day), clock, ZONE);

/** The first weeks: everybody is taken in, each provider in its own way. */
function takingIn(start: Day): Scene[] {
  return [
    {
      at: at(addDays(start, 1), "08:30"),
      play: async (desk) => {
        for (const one of [...bsDebtors.slice(0, 10), ...debitDirectDebtors.slice(0, 13)])
          await addDebtor(desk, one);
        for (const one of paynlDebtors.slice(0, 9)) await addDebtor(desk, one);
      },
    },
    {
      at: at(addDays(start, 1), "10:00"),
      play: async (desk, agreements) => {
        for (const one of bsDebtors.slice(0, 6)) await bsMandate(desk, agreements, one);
        for (const one of debitDirectDebtors.slice(0, 4)) await invite(desk, agreements, one);
        for (const one of paynlDebtors.slice(0, 7)) await paynlMandate(desk, agreements, one);
      },
    },
    {
      // The invited sign up, and others who found the numbers on their bill.
      at: at(addDays(start, 3), "11:20"),
      play: async (desk, agreements) => {
        for (const one of debitDirectDebtors.slice(0, 12)) await signUp(desk, agreements, one.number);
      },
    },
    {
      at: at(addDays(start, 5), "13:05"),
      play: async (desk, agreements) => {
        for (const one of bsDebtors.slice(6, 10)) await bsMandate(desk, agreements, one);
        for (const one of paynlDebtors.slice(7, 9)) await paynlMandate(desk, agreements, one);
      },
    },
  ];
}

const monthName = (month: string): string =>
  new Intl.DateTimeFormat("da-DK", { month: "long", timeZone: "UTC" }).format(
    new Date(`${month}-15T00:00:00Z`),
  );

/** The amounts of a month's bills, by position; the first window has what goes wrong. */
function amountOf(windowIndex: number, position: number): string {
  if (windowIndex === 0 && position === 3) return "789,13";
  if (windowIndex === 0 && position === 5) return "845,66";
  if (windowIndex === 1 && position === 7) return "1.122,13";
  return kroner[(position + windowIndex) % kroner.length] ?? "700,00";
}

/** A month's bills, some days before its deadline. In the first one an answer is lost on the way. */
function billing(window: Window, index: number, until: Date): Scene {
  const early = at(addDays(window.deadline, -7), "09:40");
  return {
    at: early < until ? early : until,
    play: async (desk, { debitdirect }) => {
      const text = `Fjernvarme, a conto ${monthName(window.collectionMonth)}`;
      const active = await mandatesIn(desk, debitdirect, "active");
      for (const [position, mandate] of active.entries()) {
        if (index === 0 && position === 2)
          await control(desk.simulators.debitdirect, "/_sim/faults", {
            kind: "cut-after",
            method: "POST",
            path: "/payments",
          });
        await issue(desk, mandate, { amount: amountOf(index, position), text, due: window.firstDue });
      }
    },
  };
}

/** A customer who moved: the payment is taken back before its deadline. */
function cancelling(window: Window, index: number): Scene {
  return {
    at: at(addDays(window.deadline, -5), "14:10"),
    play: async (desk, { debitdirect }) => {
      const mandate = (await mandatesIn(desk, debitdirect, "active"))[8 + (index % 2)];
      if (mandate) await cancelNewest(desk, mandate, "pending", "Moved away; settled with the final bill.");
    },
  };
}

/** What was too late for the latest window: one held by us, one that the provider takes a month later. */
function tooLate(window: Window): Scene[] {
  return [
    {
      at: new Date(window.cutoffAt.getTime() - 45_000),
      play: async (desk, { debitdirect }) => {
        const mandate = (await mandatesIn(desk, debitdirect, "active"))[4];
        // Written down in the last minute; nothing sends it before the cut-off.
        if (mandate) await bill(desk, mandate, { amount: "427,50", text: "Rykkergebyr og restance" });
        await desk.moveTo(new Date(window.cutoffAt.getTime() + 60_000));
      },
    },
    {
      at: at(addDays(window.deadline, 1), "10:25"),
      play: async (desk, { debitdirect }) => {
        const mandate = (await mandatesIn(desk, debitdirect, "active"))[1];
        const due = window.firstDue;
        if (mandate) await issue(desk, mandate, { amount: "315,00", text: "Målerskift", due });
      },
    },
  ];
}

/** A debit on mandates at PAY. that can be charged: on all, or on every second one. */
function paynlRound(day: Day, index: number, which: "all" | "even" | "odd" = "all"): Scene {
  return {
    at: at(day, "15:30"),
    play: async (desk, { paynl }) => {
      const active = await mandatesIn(desk, paynl, "active");
      for (const [position, mandate] of active.entries()) {
        if (which !== "all" && (position % 2 === 0) !== (which === "even")) continue;
        const amount = euros[(position + index) % euros.length] ?? "45,00";
        await issue(desk, mandate, { amount, text: `Warmte, termijn ${index + 2}` });
      }
    },
  };
}

/** Mandates that end, rest, or turn up. */
function changes(start: Day): Scene[] {
  return [
    {
      at: at(addDays(start, 38), "12:40"),
      play: async (desk, { debitdirect }) => {
        const { providerId } = await mandateOf(desk, debitdirect, "200212");
        await control(desk.simulators.debitdirect, `/_sim/mandates/${providerId}/cancel`);
      },
    },
    {
      at: at(addDays(start, 44), "09:15"),
      play: async (desk, { debitdirect, bs }) => {
        const resting = await mandateOf(desk, debitdirect, "200210");
        const reason = "Disputes the meter reading; rests until it was checked.";
        await stopMandate(desk.as("agent"), { mandateId: resting.id, act: "suspend", reason });
        const ended = await mandateOf(desk, bs, "100106");
        await recordEnd(desk.as("agent"), {
          mandateIds: [ended.id],
          endedBy: "debtor",
          cause: "revoked",
          channel: "phone",
          toldBy: ended.debtorName,
          effectiveOn: addDays(start, 44),
          note: "Called: ended it in the online bank.",
        });
      },
    },
  ];
}

/** The last days: what is still under way when somebody looks. */
function lately(today: Day): Scene[] {
  return [
    {
      at: atTime(addDays(today, -4), "10:10", ZONE),
      play: async (desk, agreements) => {
        for (const one of [...bsDebtors.slice(10), ...debitDirectDebtors.slice(13)])
          await addDebtor(desk, one);
        for (const one of paynlDebtors.slice(9)) await addDebtor(desk, one);
        for (const one of bsDebtors.slice(10, 12)) await bsMandate(desk, agreements, one);
        for (const one of paynlDebtors.slice(9)) await paynlMandate(desk, agreements, one);
        for (const one of debitDirectDebtors.slice(12, 15)) await invite(desk, agreements, one);
      },
    },
    {
      at: atTime(addDays(today, -2), "16:45", ZONE),
      play: async (desk, agreements) => {
        await signUp(desk, agreements, "200215");
        // Nobody of ours has this number.
        await signUp(desk, agreements, "299999");
      },
    },
    {
      at: atTime(addDays(today, -1), "11:00", ZONE),
      play: async (desk, { paynl }) => {
        const [mandate] = await mandatesIn(desk, paynl, "active");
        if (!mandate) return;
        // This one never arrives, and PAY. has no key against doubles: a person has to decide.
        const fault = { kind: "cut-before", method: "POST", path: "/v2/directdebits" };
        await control(desk.simulators.paynl, "/_sim/faults", fault);
        await issue(desk, mandate, { amount: "23,75", text: "Warmte, meterstand" });
      },
    },
    {
      at: atTime(addDays(today, -1), "14:30", ZONE),
      play: async (desk, agreements) => {
        for (const one of bsDebtors.slice(12)) await bsMandate(desk, agreements, one);
      },
    },
  ];
}

/** The monthly windows in which the creditor bills, the oldest first. */
function billedWindows(first: Day, now: Date): Window[] {
  return [0, 1, 2, 3, 4]
    .map((months) => windowOf(rule, addMonths(monthOf(first), months)))
    .filter((window) => {
      // Before the first one the mandates of the first weeks must be in force; the last one may still be open.
      const billedOn = addDays(window.deadline, -7);
      return billedOn > addDays(first, 8) && addDays(billedOn, -5) < dayIn(now, ZONE);
    });
}

/** All scenes from `start` up to now, in order. */
export function scenesUpTo(start: Date, now: Date): Scene[] {
  const first = dayIn(start, ZONE);
  const today = dayIn(now, ZONE);
  const lastWord = new Date(now.getTime() - 3_600_000);
  const windows = billedWindows(first, now);
  const latest = windows.findLast((window) => addDays(window.deadline, 1) < today);
  const scenes = [
    ...takingIn(first),
    ...windows.flatMap((window, index) => [billing(window, index, lastWord), cancelling(window, index)]),
    ...(latest ? tooLate(latest) : []),
    ...[addDays(first, 22), addDays(today, -30)].map((day, index) => paynlRound(day, index)),
    paynlRound(addDays(today, -5), 2, "even"),
    paynlRound(addDays(today, -2), 2, "odd"),
    ...changes(first),
    ...lately(today),
  ];
  return scenes
    .filter((scene) => scene.at > start && scene.at <= lastWord)
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}
