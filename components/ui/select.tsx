"use client";

import type { ComponentProps } from "react";
import { useField } from "@/components/ui/field-context";

interface SelectOption {
  value: string;
  label: string;
}

export type SelectProps = Omit<ComponentProps<"select">, "children"> & {
  options: readonly SelectOption[];
  /** An empty first choice in these words. */
  placeholder?: string | undefined;
};

/** One of many, with the browser's own list. */
export function Select({ options, placeholder, defaultValue, ...own }: SelectProps) {
  const { field, identity } = useField(own);
  return (
    <select
      className="input input-select"
      defaultValue={own.value === undefined ? (defaultValue ?? field?.value) : undefined}
      {...own}
      {...identity}
    >
      {placeholder === undefined ? null : <option value="">{placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
