import { describe, expect, it } from "vitest";
import {
  addBankingDays,
  addMonths,
  dayOf,
  firstBankingDay,
  instantAt,
  isBankingDay,
  landDaily,
  landMonthly,
  windowFor,
} from "./calendar";

/** Deadline and processing, as published for 2024. https://docs.debitdirect.io/schemes/betalingsservice/payments */
const published: [month: string, deadline: string, processing: string][] = [
  ["2024-01", "2024-01-23", "2024-01-24"],
  ["2024-02", "2024-02-21", "2024-02-22"],
  ["2024-03", "2024-03-19", "2024-03-20"],
  ["2024-04", "2024-04-22", "2024-04-23"],
  ["2024-05", "2024-05-23", "2024-05-24"],
  ["2024-06", "2024-06-20", "2024-06-21"],
  ["2024-07", "2024-07-23", "2024-07-24"],
  ["2024-08", "2024-08-22", "2024-08-23"],
  ["2024-09", "2024-09-22", "2024-09-23"],
  ["2024-10", "2024-10-23", "2024-10-24"],
  ["2024-11", "2024-11-21", "2024-11-22"],
  ["2024-12", "2024-12-17", "2024-12-18"],
];

describe("Danish banking days", () => {
  it.each(["2024-01-01", "2024-03-28", "2024-03-29", "2024-04-01", "2024-05-09", "2024-05-10", "2024-05-20"])(
    "banks are closed on %s",
    (day) => expect(isBankingDay(day)).toBe(false),
  );
  it.each(["2024-06-05", "2024-12-24", "2024-12-25", "2024-12-26", "2024-12-31", "2024-09-22"])(
    "banks are closed on %s too",
    (day) => expect(isBankingDay(day)).toBe(false),
  );
  it.each(["2024-05-01", "2024-12-23", "2024-12-27", "2024-03-27", "2024-04-26"])(
    "banks are open on %s",
    (day) => expect(isBankingDay(day)).toBe(true),
  );
  it("keeps Great Prayer Day up to 2023 and not after", () => {
    expect(isBankingDay("2023-05-05")).toBe(false);
    expect(isBankingDay("2025-05-16")).toBe(true);
  });
  it.each([
    ["2019", "2019-04-22"],
    ["2038", "2038-04-26"],
    ["2049", "2049-04-19"],
    ["2076", "2076-04-20"],
  ])("finds Easter Monday of %s", (_, day) => expect(isBankingDay(day)).toBe(false));
  it("steps over closed days in both directions", () => {
    expect(addBankingDays("2024-03-27", 1)).toBe("2024-04-02");
    expect(addBankingDays("2024-04-02", -1)).toBe("2024-03-27");
    expect(firstBankingDay("2024-06")).toBe("2024-06-03");
    expect(firstBankingDay("2025-01")).toBe("2025-01-02");
  });
});

describe("Copenhagen time", () => {
  it("finds the day of an instant on both sides of midnight, summer and winter", () => {
    expect(dayOf(new Date("2024-04-22T21:59:59Z"))).toBe("2024-04-22");
    expect(dayOf(new Date("2024-04-22T22:00:00Z"))).toBe("2024-04-23");
    expect(dayOf(new Date("2024-01-23T22:59:59Z"))).toBe("2024-01-23");
    expect(dayOf(new Date("2024-01-23T23:00:00Z"))).toBe("2024-01-24");
  });
  it("turns an hour of a day into an instant", () => {
    expect(instantAt("2024-05-01", 5).toISOString()).toBe("2024-05-01T03:00:00.000Z");
    expect(instantAt("2024-01-02", 5).toISOString()).toBe("2024-01-02T04:00:00.000Z");
  });
});

describe("the monthly scheme", () => {
  it.each(published)("has the published deadline and processing day of %s", (month, deadline, processing) => {
    const window = windowFor(addMonths(month, 1));
    expect([window.deadline, window.processing]).toEqual([deadline, processing]);
  });
  it.each(published)(
    "takes a payment in the last minute of the %s deadline, not one minute later",
    (month, deadline) => {
      const wanted = `${addMonths(month, 1)}-15`;
      const end = instantAt(deadline, 23).getTime() + 59 * 60_000;
      const inTime = landMonthly(new Date(end), wanted, "included");
      const late = landMonthly(new Date(end + 60_000), wanted, "included");
      expect(inTime.paymentDay).toBe(wanted);
      expect(late.paymentDay).toBe(firstBankingDay(addMonths(month, 2)));
      expect(late.scheduleDay).toBe(windowFor(addMonths(month, 2)).processing);
    },
  );
  it("closes a day earlier when the deadline day is excluded", () => {
    const lands = (at: string) => landMonthly(new Date(at), "2024-05-01", "excluded").paymentDay;
    expect(lands("2024-04-21T12:00:00Z")).toBe("2024-05-01");
    expect(lands("2024-04-22T12:00:00Z")).toBe("2024-06-03");
  });
  it("moves a wish in the past or in the running month to the next open window", () => {
    const lands = (wanted: string) => landMonthly(new Date("2024-04-05T10:00:00Z"), wanted, "included");
    expect(lands("2019-01-01").paymentDay).toBe("2024-05-01");
    expect(lands("2024-04-10").paymentDay).toBe("2024-05-01");
  });
  it("keeps a wish months ahead and schedules it in its own window", () => {
    expect(landMonthly(new Date("2024-04-05T10:00:00Z"), "2024-09-10", "included")).toEqual({
      paymentDay: "2024-09-10",
      scheduleDay: "2024-08-23",
      outcomeDay: "2024-09-02",
    });
  });
});

describe("the daily scheme", () => {
  const friday = new Date("2024-04-19T10:00:00Z");
  it("takes a debit one banking day ahead and a credit two", () => {
    expect(landDaily(friday, "2024-04-19", "debit").paymentDay).toBe("2024-04-22");
    expect(landDaily(friday, "2024-04-19", "credit").paymentDay).toBe("2024-04-23");
  });
  it("moves a closed day to the next banking day", () => {
    expect(landDaily(friday, "2024-05-09", "debit")).toEqual({
      paymentDay: "2024-05-13",
      scheduleDay: "2024-05-08",
      outcomeDay: "2024-05-13",
    });
  });
  it("counts from the next banking day when made on a closed one", () => {
    expect(landDaily(new Date("2024-04-20T10:00:00Z"), "2024-04-20", "debit").paymentDay).toBe("2024-04-23");
  });
});
