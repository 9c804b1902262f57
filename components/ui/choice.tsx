"use client";

import type { ChangeEvent } from "react";
import { useField } from "@/components/ui/field-context";

interface ChoiceOption {
  value: string;
  label: string;
  /** Why it cannot be chosen; written after a colon. */
  off?: string;
}

export interface ChoiceProps {
  options: readonly ChoiceOption[];
  name?: string;
  defaultValue?: string;
  /** What is being chosen, when no FormField says it. */
  label?: string;
  onChange?: (event: ChangeEvent<HTMLInputElement>) => void;
}

/** One of a few, all in sight: radio buttons side by side. */
export function Choice({ options, name, defaultValue, label, onChange }: ChoiceProps) {
  const { field, identity } = useField(name === undefined ? {} : { name });
  const chosen = defaultValue ?? field?.value;
  const labelled = label ? { "aria-label": label } : { "aria-labelledby": field?.labelId };
  return (
    <div
      role="radiogroup"
      className="choice"
      id={field?.id}
      aria-describedby={field?.describedBy}
      aria-invalid={identity["aria-invalid"]}
      aria-required={identity.required || undefined}
      {...labelled}
    >
      {options.map((option) => (
        <label key={option.value} className={option.off ? "choice-off" : undefined} data-label={option.label}>
          <input
            type="radio"
            name={identity.name}
            value={option.value}
            defaultChecked={option.value === chosen}
            disabled={option.off !== undefined || identity.disabled}
            onChange={onChange}
          />
          <span>{option.off ? `${option.label}: ${option.off}` : option.label}</span>
        </label>
      ))}
    </div>
  );
}
