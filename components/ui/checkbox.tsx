"use client";

import type { ComponentProps, ReactNode } from "react";
import { useField } from "@/components/ui/field-context";

export type CheckboxProps = Omit<ComponentProps<"input">, "type" | "children"> & {
  /** Stands beside it. Without it give an `aria-label`. */
  children?: ReactNode;
};

/** Yes or no. Sends `yes` when ticked, nothing when not. */
export function Checkbox({ children, defaultChecked, value = "yes", ...own }: CheckboxProps) {
  const { field, identity } = useField(own);
  return (
    <label className="check">
      <input
        type="checkbox"
        value={value}
        defaultChecked={own.checked === undefined ? (defaultChecked ?? field?.value === value) : undefined}
        {...own}
        {...identity}
      />
      {children ? <span>{children}</span> : null}
    </label>
  );
}
