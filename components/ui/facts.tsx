import type { ReactNode } from "react";

export interface Fact {
  label: string;
  value: ReactNode;
  /** A second line in small, muted letters. */
  note?: ReactNode;
}

/** Labels and values, one under the other; `groups` are divided by hairlines. */
export function Facts({ groups }: { groups: readonly (readonly Fact[])[] }) {
  return groups.map((facts) => (
    <dl className="facts" key={facts.map((fact) => fact.label).join()}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>
            {fact.value}
            {fact.note ? <span className="note">{fact.note}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  ));
}
