"use client";

import type { ComponentProps } from "react";
import { useField } from "@/components/ui/field-context";

/** A file from this computer, with the browser's own picker and words. */
export function FileInput(own: Omit<ComponentProps<"input">, "type">) {
  const { identity } = useField(own);
  return <input className="input input-file" {...own} {...identity} type="file" />;
}
