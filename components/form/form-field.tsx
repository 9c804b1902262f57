"use client";

import { type ReactNode, useContext } from "react";
import { CheckText, type FieldCheck } from "@/components/form/check-text";
import { FieldScope, FormContext } from "@/components/form/form-context";
import { LiveChecksContext } from "@/components/form/live-checks";
import { useHydrated } from "@/components/form/use-hydrated";
import { FieldContext } from "@/components/ui/field-context";

export interface FormFieldProps {
  name: string;
  label: string;
  /** Before anything is known: what it is, how to write it. */
  hint?: ReactNode;
  check?: FieldCheck | undefined;
  /** Overrides what the form's action said about this name. */
  problem?: string | undefined;
  required?: boolean;
  /** The word for a field that may stay empty; shown after the label of fields that are not required. */
  optional?: string | undefined;
  /** The stored value; what was typed before a refusal comes before it. */
  value?: string | undefined;
  /** Radio buttons: the label then names the group. */
  group?: boolean;
  /** The control takes the room of the check text too; the text goes under it. */
  wide?: boolean;
  /** Not asked at the moment, because of what another field says. */
  off?: boolean;
  /** One control: TextInput, Select, Choice, … */
  children: ReactNode;
}

/** Label, control and check text on one line. The width never changes when a check arrives. */
export function FormField(props: FormFieldProps) {
  const { name, label, hint, required = false, optional, group, wide, off = false, children } = props;
  const { state } = useContext(FormContext);
  const hydrated = useHydrated();
  // What was found out since is newer than the form's last answer.
  const live = useContext(LiveChecksContext)[name];
  const problem = props.problem ?? (live ? undefined : state.problems[name]);
  const check: FieldCheck | undefined = problem ? { kind: "wrong", text: problem } : (live ?? props.check);
  const id = `${useContext(FieldScope)}-${name}`;
  const labelId = `${id}-label`;
  const textId = `${id}-text`;
  // What is wrong, and how to write it: the one does not take the other away.
  const explained = check === undefined || problem !== undefined;
  const hasText = check !== undefined || hint !== undefined;
  const value = state.values[name] ?? props.value;
  const labelText = (
    <>
      {label}
      {!required && optional ? <span className="field-optional">, {optional}</span> : null}
    </>
  );
  return (
    <FieldContext
      value={{
        name,
        id,
        labelId,
        describedBy: hasText ? textId : undefined,
        invalid: check?.kind === "wrong",
        required,
        value,
        // Without script the field is shown after all (form.css), so it must stay usable.
        off: off && hydrated,
      }}
    >
      <div className={wide ? "field field-wide" : "field"} data-off={off || undefined}>
        {group ? (
          <span id={labelId} className="field-label">
            {labelText}
          </span>
        ) : (
          <label id={labelId} htmlFor={id} className="field-label">
            {labelText}
          </label>
        )}
        <div className="field-control">{children}</div>
        {hasText ? (
          <p id={textId} className="field-text">
            {check ? <CheckText check={check} /> : null}
            {hint !== undefined && explained ? <span className="field-hint">{hint}</span> : null}
          </p>
        ) : null}
      </div>
    </FieldContext>
  );
}
