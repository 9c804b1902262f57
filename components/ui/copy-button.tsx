"use client";

import { useState } from "react";

/** Copies a text and says so in place; the words come from the page. Without a clipboard it selects the text. */
export function CopyButton({ text, label, done }: { text: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="word-button"
      onClick={async () => {
        await navigator.clipboard.writeText(text).then(
          () => setCopied(true),
          () => setCopied(false),
        );
      }}
      onBlur={() => setCopied(false)}
    >
      <span aria-live="polite">{copied ? done : label}</span>
    </button>
  );
}
