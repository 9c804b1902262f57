"use client";

import { useHydrated } from "@/components/form/use-hydrated";

/**
 * Rows that are on their way: heads and hairlines stand, bars wait. Shows only after 300 ms. The server draws
 * none of the bars: its own answer nearly always brings the rows with it.
 */
export function Skeleton({
  heads,
  rows,
  label,
}: {
  heads: readonly string[];
  rows: number;
  /** Read out instead of the empty cells: "Loading payments …". */
  label: string;
}) {
  const inBrowser = useHydrated();
  return (
    <div className="skeleton ledger-frame" role="status">
      <span className="sr-only">{label}</span>
      <table className="ledger" aria-hidden="true">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: inBrowser ? rows : 0 }, (_, row) => row).map((row) => (
            <tr key={row}>
              {heads.map((head) => (
                <td key={head}>
                  <i />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
