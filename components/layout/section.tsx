import { type ReactNode, useId } from "react";

export interface SectionProps {
  title: string;
  /** Muted words after the title. */
  note?: ReactNode;
  /** Links at the right. */
  end?: ReactNode;
  children: ReactNode;
}

/** A hairline, a heading, and what belongs to it. */
export function Section({ title, note, end, children }: SectionProps) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {note ? <p className="section-note">{note}</p> : null}
        {end ? <div className="section-end">{end}</div> : null}
      </div>
      {children}
    </section>
  );
}
