"use client";

import { useEffect, useRef } from "react";

/**
 * Keys and pointer for the table before it: arrows, Home and End move the focus from row to row (Enter then opens the
 * row's link by itself), space ticks, and a press anywhere in a row opens it. Without script the links do it alone.
 */
export function TableKeys() {
  const marker = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const table = marker.current?.parentElement?.querySelector<HTMLTableElement>("table[data-rows]");
    if (!table) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !concerns(table, event))
        return;
      const row = nextRow(table, event.key);
      if (row) {
        event.preventDefault();
        row.querySelector<HTMLElement>(".row-link")?.focus();
      } else if (event.key === " ") tick(event);
    };
    const onClick = (event: MouseEvent) => open(event);
    document.addEventListener("keydown", onKeyDown);
    table.addEventListener("click", onClick);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      table.removeEventListener("click", onClick);
    };
  }, []);
  return <span ref={marker} hidden />;
}

/** The focus is in a row, or nowhere and this is the page's first list. */
function concerns(table: HTMLTableElement, event: KeyboardEvent): boolean {
  if (document.querySelector("dialog[open]")) return false;
  if (event.target === document.body) return document.querySelector("table[data-rows]") === table;
  return event.target instanceof HTMLElement && event.target.closest("tbody") === table.tBodies[0];
}

function nextRow(table: HTMLTableElement, key: string): Element | undefined {
  const rows = [...table.querySelectorAll("tbody > tr")];
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  if (key === "ArrowDown") return rows[Math.min(at + 1, rows.length - 1)];
  if (key === "ArrowUp") return rows[at === -1 ? rows.length - 1 : Math.max(at - 1, 0)];
  if (at === -1) return undefined;
  if (key === "Home") return rows[0];
  return key === "End" ? rows.at(-1) : undefined;
}

function tick(event: KeyboardEvent) {
  if (!(event.target instanceof HTMLElement) || event.target.matches("input")) return;
  const box = event.target.closest("tr")?.querySelector<HTMLInputElement>(".cell-select input");
  if (!box) return;
  event.preventDefault();
  box.click();
}

function open(event: MouseEvent) {
  const target = event.target;
  if (!(target instanceof HTMLElement) || event.defaultPrevented) return;
  // Something in the row has its own meaning, or the person is marking text to copy.
  if (target.closest("a, button, label, input, summary, .cell-select") || getSelection()?.toString()) return;
  const link = target.closest("tbody > tr")?.querySelector(".row-link");
  const { ctrlKey, metaKey, shiftKey } = event;
  link?.dispatchEvent(
    new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey, view: window }),
  );
}
