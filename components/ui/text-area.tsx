"use client";

import type { ComponentProps } from "react";
import { useField } from "@/components/ui/field-context";

/** Several lines of text; `mono` for keys and messages. */
export function TextArea({ mono, defaultValue, ...own }: ComponentProps<"textarea"> & { mono?: boolean }) {
  const { field, identity } = useField(own);
  return (
    <textarea
      className={mono ? "input input-area mono" : "input input-area"}
      rows={4}
      defaultValue={own.value === undefined ? (defaultValue ?? field?.value) : undefined}
      {...own}
      {...identity}
    />
  );
}
