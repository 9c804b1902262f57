"use client";

import { useEffect } from "react";

/** What was confirmed is not ticked in the list any more. */
export function ForgetSelection({ name }: { name: string }) {
  useEffect(() => {
    try {
      sessionStorage.removeItem(name);
    } catch {
      // Nothing was kept.
    }
  }, [name]);
  return null;
}
