import type { Page } from "@playwright/test";

/** A person without a mouse: every key is counted; a chord, and one letter, is one. */
export interface Typist {
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses Tab until the focus is on what has this name; fails after so many. */
  tabTo(name: string | RegExp, most: number, backwards?: boolean): Promise<void>;
  readonly keys: number;
  readonly fields: number;
}

/** The accessible name of what has the focus, as near as a test needs it. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return "";
    const own = at.getAttribute("aria-label");
    const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0] : null;
    return (own ?? label?.textContent ?? at.textContent ?? "").trim();
  });

export function typist(page: Page): Typist {
  let keys = 0;
  let fields = 0;
  const press = async (...pressed: string[]) => {
    for (const key of pressed) {
      await page.keyboard.press(key);
      keys += 1;
    }
  };
  return {
    press,
    type: async (text) => {
      await page.keyboard.type(text);
      keys += text.length;
      fields += 1;
    },
    tabTo: async (name, most, backwards = false) => {
      const fits = (found: string) => (typeof name === "string" ? found === name : name.test(found));
      const passed: string[] = [];
      for (let n = 0; n <= most; n += 1) {
        const found = await focusedName(page);
        if (fits(found)) return;
        passed.push(found);
        await press(backwards ? "Shift+Tab" : "Tab");
      }
      throw new Error(`${name} is not within ${most} steps: ${passed.join(" > ")}`);
    },
    get keys() {
      return keys;
    },
    get fields() {
      return fields;
    },
  };
}
