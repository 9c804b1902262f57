import type { ReactNode } from "react";

/** The foot of a form: buttons at the left, keys or a note at the right. It stays in sight while the form scrolls. */
export function FormBar({ children, end }: { children: ReactNode; end?: ReactNode }) {
  return (
    <div className="foot-bar form-bar">
      {children}
      {end ? <div className="form-bar-end">{end}</div> : null}
    </div>
  );
}
