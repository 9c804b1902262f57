import { type ReactNode, useId } from "react";

/** A part of a form: its name at the left, its fields at the right of it. */
export function FormBlock({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="form-block" aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {note ? <span className="note">{note}</span> : null}
      </h2>
      <div>{children}</div>
    </section>
  );
}
