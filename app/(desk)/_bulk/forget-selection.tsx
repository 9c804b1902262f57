"use client";

import { useEffect } from "react";
import { remember } from "@/components/ui/tab-memory";

/** What was confirmed is not ticked in the list any more. */
export function ForgetSelection({ name }: { name: string }) {
  useEffect(() => {
    remember(name, "");
  }, [name]);
  return null;
}
