"use client";

import { useEffect, useRef } from "react";
import { recall, remember } from "@/components/ui/tab-memory";

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
      const texts = kept.split(" ").map((field) => [field, String(typed.get(field) ?? "")]);
      remember(key, JSON.stringify(Object.fromEntries(texts)));
    };
    form.addEventListener("input", keep);
    for (const [field, text] of Object.entries(typedBefore(key))) type(form.elements.namedItem(field), text);
    return () => {
      form.removeEventListener("input", keep);
      remember(key, "");
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

/** What was kept last; anything else counts as nothing. */
function typedBefore(key: string): Record<string, string> {
  try {
    return JSON.parse(recall(key) || "{}");
  } catch {
    return {};
  }
}
