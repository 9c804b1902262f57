"use client";

import { type ReactNode, useEffect, useState } from "react";

const SHOWN_MS = 8000;

/**
 * What was just done, in a corner. It is said once and leaves by itself; the pointer or the focus on it keeps it.
 * Give it a `key` that changes with each message.
 */
export function Toast({ children, close }: { children: ReactNode; close: string }) {
  const [held, setHeld] = useState(false);
  const [open, setOpen] = useState(true);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => setOpen(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held]);
  return (
    <div
      className="toast"
      role="status"
      hidden={!open}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{children}</p>
      <button type="button" className="word-button" onClick={() => setOpen(false)}>
        {close}
      </button>
    </div>
  );
}
