import { type ReactNode, useId } from "react";

/** A part of a record under its own heading; `more` leads to everything of it. */
export function RecordSection({
  title,
  more,
  children,
}: {
  title: string;
  more?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="record-part record-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      {more ? <p className="record-more">{more}</p> : null}
    </section>
  );
}
