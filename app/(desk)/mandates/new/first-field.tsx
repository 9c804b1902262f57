"use client";

import { useEffect } from "react";

/** In the order in which they are wanted: a found debtor, the search, then the first field that is empty. */
const places = ["[data-choose]", "[data-find]"];

/**
 * Puts the focus where typing goes on when the page's choice has changed: the link that was pressed is gone, and nobody
 * should have to look for the next field.
 */
export function FirstField({ on }: { on: string }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice is what the effect waits for.
  useEffect(() => {
    const main = document.querySelector("main");
    const wanted = places.map((one) => main?.querySelector<HTMLElement>(one)).find(Boolean);
    const target = wanted ?? firstEmpty(main);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "nearest" });
  }, [on]);
  return null;
}

function firstEmpty(main: HTMLElement | null): HTMLElement | undefined {
  const inputs = main?.querySelectorAll<HTMLInputElement>(
    "form .field:not([data-off]) input:not([type=hidden]):not([type=radio]):not([type=checkbox])",
  );
  return [...(inputs ?? [])].find((one) => one.value === "");
}
