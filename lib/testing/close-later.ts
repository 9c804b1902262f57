import { afterAll } from "vitest";

const open: (() => Promise<void>)[] = [];

/** Closes what a fixture has started when its file's tests are over, the newest first and before the databases. */
afterAll(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

export function closeLater(close: () => Promise<void>): void {
  open.push(close);
}
