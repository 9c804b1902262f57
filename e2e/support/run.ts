import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import type { Fixtures, Simulators } from "./fixtures";
import { addDebtor } from "./story";

const agreements = z.tuple([z.object({ handle: z.string() })]).rest(z.unknown());
const effects = z.object({
  forgotten: z.number(),
  effects: z.array(z.object({ n: z.number(), effect: z.string() })),
});
const there = z.array(z.object({ reference: z.string().nullable() }));
const counts = z.object({ total: z.number(), rows: z.record(z.string(), z.number()) });
const run = z.object({ state: z.string(), progress: counts });

/** How many of the customers are typed in; the rest is reported by the provider alone. */
const TYPED = 5;

/** Customers who signed up at the bank, of whom the desk has heard. */
export async function signedUp(
  page: Page,
  numbers: readonly string[],
  { signIn, simulators }: Pick<Fixtures, "signIn" | "simulators">,
): Promise<void> {
  await signIn(page, "agent");
  for (const number of numbers.slice(0, TYPED)) await addDebtor(page, { name: `Debtor ${number}`, number });
  const [{ handle }] = agreements.parse(await simulators.show("debitdirect", "/_sim/agreements"));
  for (const customerNumber of numbers)
    await simulators.control("debitdirect", "/_sim/mandates", { agreement: handle, customerNumber });
  await expect(async () => {
    await page.goto(`/mandates?q=${numbers.at(-1)}`);
    await expect(page.getByText("Active", { exact: true }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 120_000 });
}

/** A file as finance pastes it; every row has an amount of its own. */
export const fileOf = (numbers: readonly string[], items: number, prefix: string): string =>
  [
    "customer number;amount;text;reference",
    ...Array.from({ length: items }, (_, index) => {
      const number = numbers[index % numbers.length];
      return `${number};${100 + index},25;Heat;${prefix}-${index + 1}`;
    }),
  ].join("\n");

/** What a program reads of a run. Counted wrongly, it fails here: every row is in one place, always. */
export async function readRun(desk: Fixtures["desk"], id: string): Promise<z.infer<typeof run>> {
  const answer = await fetch(`${desk.url}/api/v1/runs/${id}`, {
    headers: { authorization: `Bearer ${desk.apiKey}` },
  });
  const read = run.parse(await answer.json());
  const sum = Object.values(read.progress.rows).reduce((all, one) => all + one, 0);
  expect(sum).toBe(read.progress.total);
  return read;
}

/** Reads on in what the provider says it made. */
export function journalWatch(simulators: Simulators, prefix: string) {
  const made: string[] = [];
  let seen = 0;
  return {
    async look(): Promise<void> {
      const answer = await simulators.show("debitdirect", `/_sim/effects?since=${seen}`);
      const read = effects.parse(answer);
      expect(read.forgotten).toBeLessThanOrEqual(seen);
      for (const { n, effect } of read.effects) {
        seen = n;
        const reference = /^payment\.created .*ref=(\S+)$/.exec(effect)?.[1];
        if (reference?.startsWith(`${prefix}-`)) made.push(reference);
      }
    },
    references: (): string[] => [...made],
  };
}

/** The references of the payments that the provider has now. */
export async function referencesThere(simulators: Simulators, prefix: string): Promise<string[]> {
  const all = there.parse(await simulators.show("debitdirect", "/_sim/payments"));
  return all.flatMap(({ reference }) => (reference?.startsWith(`${prefix}-`) ? [reference] : []));
}
