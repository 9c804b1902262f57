import { COLUMN, CURSOR, hrefWith, type ListAddress, SORT } from "@/components/data-table/address";
import { type Currency, currencies, type Money } from "@/lib/kernel/money";

/**
 * What is ticked in a list, on whichever of its pages: some rows, or all that match the view but some. Each of those
 * rows is kept with what it adds to the sum.
 */
export interface Selection {
  all: boolean;
  rows: ReadonlyMap<string, string>;
}

export const nothingSelected: Selection = { all: false, rows: new Map() };

/** What a row adds: minor units, currency, and whether no real money moves by it. Empty where a list has no amounts. */
export const weightOf = ({ amountMinor, currency, test }: Money & { test: boolean }): string =>
  `${amountMinor} ${currency}${test ? " test" : ""}`;

export interface TestableSum extends Money {
  test: boolean;
}

/** By currency, and test money never together with live money. */
export function sumsOf({ all, rows }: Selection): TestableSum[] {
  if (all) return [];
  const sums = new Map<string, TestableSum>();
  for (const weight of rows.values()) {
    const [minor = "", code, flag] = weight.split(" ");
    const currency = currencies.find((one): one is Currency => one === code);
    if (!currency) continue;
    const name = `${currency} ${flag ?? ""}`;
    const before = sums.get(name)?.amountMinor ?? 0;
    sums.set(name, { currency, test: flag === "test", amountMinor: before + Number(minor) });
  }
  return [...sums.values()].sort(
    (a, b) =>
      Number(a.test) - Number(b.test) || currencies.indexOf(a.currency) - currencies.indexOf(b.currency),
  );
}

export const isSelected = ({ all, rows }: Selection, id: string): boolean => all !== rows.has(id);

/** A selection after the boxes of a page were set so. */
export function withTicks(
  before: Selection,
  ticks: readonly { id: string; ticked: boolean; weight: string }[],
): Selection {
  const rows = new Map(before.rows);
  for (const { id, ticked, weight } of ticks) {
    if (ticked === before.all) rows.delete(id);
    else rows.set(id, weight);
  }
  return { all: before.all, rows };
}

/** Under what name a selection is kept: whose it is, of which list, through which filters. Order and columns change nothing. */
export const selectionKey = (who: string, address: ListAddress): string =>
  `selected ${who} ${hrefWith(address, { [SORT]: null, [COLUMN]: null, [CURSOR]: null })}`;

export const selectionText = ({ all, rows }: Selection): string =>
  JSON.stringify({ all, rows: Object.fromEntries(rows) });

/** Reads a kept selection; anything else is nothing. */
export function readSelection(text: string): Selection {
  try {
    const { all, rows }: { all?: unknown; rows?: unknown } = JSON.parse(text) ?? {};
    if (typeof rows !== "object" || rows === null) return nothingSelected;
    const pairs = Object.entries(rows).filter(
      (pair): pair is [string, string] => typeof pair[1] === "string",
    );
    return { all: all === true, rows: new Map(pairs) };
  } catch {
    return nothingSelected;
  }
}
