"use client";

import type { ComponentProps } from "react";
import { useField } from "@/components/ui/field-context";

export type TextInputProps = ComponentProps<"input"> & {
  /** Muted words inside the field at its right: a unit, a name that belongs to the number. */
  suffix?: string | undefined;
};

/** One line of text. Inside a FormField it needs no name, id or value of its own. */
export function TextInput({ suffix, defaultValue, ...own }: TextInputProps) {
  const { field, identity } = useField(own);
  const input = (
    <input
      type="text"
      className="input"
      defaultValue={own.value === undefined ? (defaultValue ?? field?.value) : undefined}
      {...own}
      {...identity}
    />
  );
  if (!suffix) return input;
  return (
    <span className="input input-group">
      {input}
      <span className="input-suffix">{suffix}</span>
    </span>
  );
}
