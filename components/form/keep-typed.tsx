"use client";

import { useEffect, useRef } from "react";

/**
 * Lets what was typed into a form outlive a refresh of its page, in this tab, until the form is left. Only the named
 * fields are kept: nothing that is a secret or says who somebody is.
 */
export function KeepTyped({ form: name, fields }: { form: string; fields: readonly string[] }) {
  const mark = useRef<HTMLSpanElement>(null);
  const kept = fields.join(" ");
  useEffect(() => {
    const form = mark.current?.closest("form");
    if (!form) return;
    const key = `typed ${name}`;
    const keep = () => {
      const typed = new FormData(form);
      store(key, Object.fromEntries(kept.split(" ").map((field) => [field, String(typed.get(field) ?? "")])));
    };
    form.addEventListener("input", keep);
    for (const [field, text] of Object.entries(stored(key))) type(form.elements.namedItem(field), text);
    return () => {
      form.removeEventListener("input", keep);
      store(key, null);
    };
  }, [name, kept]);
  return <span hidden ref={mark} />;
}

/** As a person would: whatever watches the field hears of it. */
function type(field: RadioNodeList | Element | null, text: string): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || text === "") return;
  if (field.value === text) return;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** A browser may refuse to remember anything; a refresh then begins an empty form, as without script. */
function store(key: string, typed: Record<string, string> | null): void {
  try {
    if (typed === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(typed));
  } catch {
    // As if it were not kept.
  }
}

/** What `store` wrote; anything else counts as nothing. */
function stored(key: string): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "{}");
  } catch {
    return {};
  }
}
