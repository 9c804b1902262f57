import type { ReactNode } from "react";

/** Title of a list or a form, one line of what it means, and what can be pressed at its right. */
export function PageHead({
  title,
  lead,
  note,
  children,
}: {
  title: string;
  lead?: ReactNode;
  /** Muted words at the right: when a draft was kept, how many things wait. */
  note?: ReactNode;
  /** Buttons. */
  children?: ReactNode;
}) {
  return (
    <div className="page-head">
      <div>
        <h1>{title}</h1>
        {lead ? <p>{lead}</p> : null}
      </div>
      {note ? <p className="page-note">{note}</p> : null}
      {children ? <div className="page-actions">{children}</div> : null}
    </div>
  );
}
