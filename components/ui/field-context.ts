"use client";

import { type ComponentProps, createContext, useContext } from "react";

/** What a control needs to know of the field it stands in. */
export interface FieldState {
  name: string;
  id: string;
  labelId: string;
  /** Id of the text that hint, check or problem is written in. */
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
  /** What was typed before a refused attempt, or what is stored. */
  value: string | undefined;
  /** Not asked at the moment: kept out of what is sent. */
  off: boolean;
}

export const FieldContext = createContext<FieldState | null>(null);

export interface ControlIdentity {
  name?: string | undefined;
  id?: string | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: ComponentProps<"input">["aria-invalid"];
  required?: boolean | undefined;
  disabled?: boolean | undefined;
}

/** The attributes that tie a control to its field; what the caller says itself comes first. */
export function useField(own: ControlIdentity): { field: FieldState | null; identity: ControlIdentity } {
  const field = useContext(FieldContext);
  if (!field) return { field, identity: own };
  const identity: ControlIdentity = {
    name: own.name ?? field.name,
    id: own.id ?? field.id,
    "aria-describedby": own["aria-describedby"] ?? field.describedBy,
    "aria-invalid": own["aria-invalid"] ?? (field.invalid || undefined),
    required: own.required ?? field.required,
    disabled: own.disabled ?? (field.off || undefined),
  };
  return { field, identity };
}
