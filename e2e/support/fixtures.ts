import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { z } from "zod";
import type { SimulatorId, StaffKey } from "@/db/seed/desk";
import { control, moveClock, show } from "@/db/seed/simulators";
import { type Program, type Programs, programsAt } from "./programs";
import { type Stack, stack } from "./stack";

const told = z.object({ now: z.iso.datetime().transform((text) => new Date(text)) });

/** The one clock of desk, worker and simulators. It only ever goes forward. */
export interface StoryClock {
  now(): Promise<Date>;
  moveTo(instant: Date): Promise<void>;
  pass(ms: number): Promise<void>;
}

/** The providers' side of the wire. */
export interface Simulators {
  url(id: SimulatorId): string;
  control(id: SimulatorId, route: string, input?: object): Promise<unknown>;
  show(id: SimulatorId, route: string): Promise<unknown>;
  /** Takes back the faults that were ordered. */
  forgive(id: SimulatorId): Promise<void>;
}

export interface Fixtures {
  desk: Stack;
  clock: StoryClock;
  simulators: Simulators;
  /** The desk's own programs. Killed by a story, they are alive again for the next. */
  programs: Programs;
  /** Signs in by the sign-in page, whoever sat there before. */
  signIn(page: Page, who: StaffKey): Promise<void>;
  /** Fails with what stands in the way of people who cannot see, hear or point. */
  accessible(page: Page): Promise<void>;
}

/** On a busy machine a key can be pressed before the page's script listens to it; no person is that fast. */
async function listening(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const shell = document.querySelector(".shell");
    return !shell || Object.keys(shell).some((key) => key.startsWith("__reactFiber"));
  });
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 })));
}

export const test = base.extend<Fixtures>({
  page: async ({ page }, use) => {
    const goto = page.goto.bind(page);
    page.goto = async (...given) => {
      const answer = await goto(...given);
      await listening(page);
      return answer;
    };
    await use(page);
  },
  // Playwright wants an object pattern to see which fixtures this one needs: none.
  // biome-ignore lint/correctness/noEmptyPattern: see above.
  desk: async ({}, use) => use(stack()),
  baseURL: async ({ desk }, use) => use(desk.url),
  clock: async ({ desk }, use) => {
    const now = async () => told.parse(await show(desk.simulators.debitdirect, "/_sim/clock")).now;
    const moveTo = (instant: Date) => moveClock(desk.simulators, instant);
    await use({ now, moveTo, pass: async (ms) => moveTo(new Date((await now()).getTime() + ms)) });
  },
  simulators: async ({ desk }, use) =>
    use({
      url: (id) => desk.simulators[id],
      control: (id, route, input) => control(desk.simulators[id], route, input),
      show: (id, route) => show(desk.simulators[id], route),
      forgive: async (id) => {
        await fetch(`${desk.simulators[id]}/_sim/faults`, { method: "DELETE" });
      },
    }),
  programs: async ({ desk }, use) => {
    const { kill, start } = programsAt(desk.programs);
    const dead = new Set<Program>();
    await use({
      kill: async (program) => {
        await kill(program);
        dead.add(program);
      },
      start: async (program) => {
        await start(program);
        dead.delete(program);
      },
    });
    for (const program of dead) await start(program);
  },
  signIn: async ({ desk }, use) =>
    use(async (page, who) => {
      const { email, password } = desk.people[who];
      await page.context().clearCookies();
      await page.goto("/sign-in");
      await page.getByLabel("E-mail").fill(email);
      await page.getByLabel("Password").fill(password);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page).not.toHaveURL(/sign-in/);
    }),
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  accessible: async ({}, use) =>
    use(async (page) => {
      // A page's title may come after its first part.
      await expect(page).toHaveTitle(/\S/);
      // What lies half under the strip is no target that is too small.
      await page.evaluate(() => window.scrollTo(0, 0));
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
      const judge = async () => (await new AxeBuilder({ page }).withTags(tags).analyze()).violations;
      let violations = await judge();
      // One page had gone and the next one's head was on its way.
      if (violations.some(({ id }) => id === "document-title")) {
        await expect(page).toHaveTitle(/\S/);
        violations = await judge();
      }
      const found = violations.map(({ id, help, nodes }) => ({
        id,
        help,
        where: nodes.map((one) => one.target),
      }));
      // The other screens of a story are judged all the same.
      expect.soft(found, new URL(page.url()).pathname).toEqual([]);
    }),
});
