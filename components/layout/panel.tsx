import { type ReactNode, useId } from "react";

/** Ground tint and a hairline, not a card: what would happen, what is known. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
