"use client";

import { useEffect } from "react";

const CHORD_MS = 1500;

/**
 * The desk's letters: `/` goes to the find field, or to the search where there is none, `g` and a letter to a place, and any other letter presses what
 * carries it as `data-key`. Escape closes an open menu.
 */
export function Keys() {
  useEffect(() => {
    let chordUntil = 0;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape") return closeMenu();
      if (isTyping(event.target) || document.querySelector("dialog[open]")) return;
      const inChord = event.timeStamp < chordUntil;
      chordUntil = !inChord && event.key === "g" ? event.timeStamp + CHORD_MS : 0;
      if (event.key === "/") focusFind(event);
      else if (chordUntil === 0) press(event, inChord ? "data-go" : "data-key");
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
  return null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target.matches("input:not([type='checkbox'], [type='radio'], [type='button'], [type='submit'])");
}

function focusFind(event: KeyboardEvent) {
  const field = document.querySelector<HTMLInputElement>("[data-find]");
  event.preventDefault();
  if (!field) return document.querySelector<HTMLElement>("[data-search]")?.click();
  field.focus();
  field.select();
}

function press(event: KeyboardEvent, attribute: "data-key" | "data-go") {
  if (event.key.length !== 1) return;
  const found = document.querySelectorAll<HTMLElement>(`[${attribute}="${CSS.escape(event.key)}"]`);
  const target = [...found].find((element) => element.checkVisibility());
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.click();
}

function closeMenu() {
  const open = document.querySelector("details[data-menu][open]");
  if (!open) return;
  open.removeAttribute("open");
  open.querySelector("summary")?.focus();
}
