import { amsterdamDay, isDay } from "./calendar";
import type { Violation } from "./errors";
import type { Money, Stats } from "./state";

export type Checked<T> = { ok: true; value: T } | { ok: false; violations: Violation[] };

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Codes inside a violation are not published by PAY; these are the simulator's own, one per kind of fault. */
export const MISSING = "PAY-2000";
const INVALID = "PAY-2001";
const WRONG_TYPE = "PAY-2002";
const IN_THE_PAST = "PAY-2003";

/** SEPA's highest amount, EUR 999,999,999.99, in cents. */
const MAX_AMOUNT = 99_999_999_999;

/** Reads fields by their path and collects what is wrong with them. */
export class Fields {
  readonly violations: Violation[] = [];

  constructor(
    private readonly body: unknown,
    private readonly today: string,
  ) {}

  get(path: string): unknown {
    let value = this.body;
    for (const key of path.split(".")) {
      if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined;
      value = value[key];
    }
    return value;
  }

  refuse(path: string, message: string, code: string = INVALID): void {
    this.violations.push({ propertyPath: path, message, code });
  }

  text(path: string): string | null {
    const value = this.get(path);
    if (value === undefined || value === null) return null;
    if (typeof value === "string") return value;
    this.refuse(path, "This value should be of type string.", WRONG_TYPE);
    return null;
  }

  needed(path: string): string {
    const before = this.violations.length;
    const value = this.text(path) ?? "";
    if (value.trim() === "" && this.violations.length === before)
      this.refuse(path, "This value should not be blank.", MISSING);
    return value;
  }

  flag(path: string): boolean {
    const value = this.get(path);
    if (typeof value === "boolean") return value;
    if (value !== undefined && value !== null)
      this.refuse(path, "This value should be of type boolean.", WRONG_TYPE);
    return false;
  }

  positive(path: string, max: number): number {
    const value = this.get(path);
    if (value === undefined || value === null) this.refuse(path, "This value should not be blank.", MISSING);
    else if (typeof value !== "number" || !Number.isInteger(value))
      this.refuse(path, "This value should be of type integer.", WRONG_TYPE);
    else if (value <= 0 || value > max) this.refuse(path, `This value should be between 1 and ${max}.`);
    else return value;
    return 0;
  }

  choice<T extends string>(path: string, allowed: readonly T[]): T | null {
    const value = this.get(path);
    if (value === undefined || value === null) return null;
    const found = allowed.find((one) => one === value);
    if (found === undefined) this.refuse(path, "The value you selected is not a valid choice.");
    return found ?? null;
  }

  amount(): Money {
    const value = this.positive("amount.value", MAX_AMOUNT);
    this.choice("amount.currency", ["EUR"]);
    return { value, currency: "EUR" };
  }

  /** Left as it was sent; null when there is none. */
  processDate(): string | null {
    const sent = this.text("processDate");
    if (sent === null) return null;
    const day = dayOf(sent);
    if (day === null) this.refuse("processDate", "This value is not a valid date.");
    else if (day < this.today) this.refuse("processDate", "This date lies in the past.", IN_THE_PAST);
    return sent;
  }

  address(path: string): string | null {
    const value = this.text(path);
    if (value !== null && !(/^https?:\/\//i.test(value) && URL.canParse(value)))
      this.refuse(path, "This value is not a valid URL.");
    return value;
  }

  stats(): Stats {
    const given = this.get("stats");
    if (given !== undefined && given !== null && !isRecord(given))
      this.refuse("stats", "This value should be of type object.", WRONG_TYPE);
    const promotor = this.get("stats.promotorId");
    return {
      info: this.text("stats.info"),
      tool: this.text("stats.tool"),
      object: this.text("stats.object"),
      extra1: this.text("stats.extra1"),
      extra2: this.text("stats.extra2"),
      extra3: this.text("stats.extra3"),
      domainId: this.text("stats.domainId"),
      promotorId: typeof promotor === "number" ? promotor : null,
    };
  }

  checked<T>(value: T): Checked<T> {
    return this.violations.length === 0 ? { ok: true, value } : { ok: false, violations: this.violations };
  }
}

/**
 * The day a `processDate` names: `YYYY-MM-DD`, or a date-time, whose day is taken in Amsterdam; without an offset it
 * is Amsterdam time already. Null when it is neither.
 */
export function dayOf(sent: string): string | null {
  if (isDay(sent)) return sent;
  const parts = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/.exec(sent);
  const day = parts?.[1];
  if (day === undefined || !isDay(day)) return null;
  const offset = parts?.[4];
  const instant = new Date(offset === undefined ? `${sent}Z` : sent);
  if (Number.isNaN(instant.getTime())) return null;
  return offset === undefined ? day : amsterdamDay(instant);
}
