import type { ReactNode } from "react";
import { CheckText, type FieldCheck } from "@/components/form/check-text";

/** A row of a form that is not filled in: what follows from the others, with what is known about it. */
export function FieldRow({
  label,
  children,
  check,
  hint,
}: {
  label: string;
  children: ReactNode;
  check?: FieldCheck | undefined;
  hint?: ReactNode;
}) {
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <div className="field-control">{children}</div>
      {check ? (
        <p className="field-text">
          <CheckText check={check} />
        </p>
      ) : hint ? (
        <p className="field-text">
          <span className="field-hint">{hint}</span>
        </p>
      ) : null}
    </div>
  );
}
