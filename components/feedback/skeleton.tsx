"use client";

/**
 * Rows that are on their way: heads and hairlines stand, bars wait. Shows only after 300 ms. In the browser's share of
 * the code, so that a page carries what it is made of and not each empty cell.
 */
export function Skeleton({
  heads,
  rows,
  label,
}: {
  heads: readonly string[];
  rows: number;
  /** Read out instead of the empty cells: "Payments are being fetched". */
  label: string;
}) {
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
          {Array.from({ length: rows }, (_, row) => row).map((row) => (
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
