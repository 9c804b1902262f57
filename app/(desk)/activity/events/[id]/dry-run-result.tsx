"use client";

import { useContext } from "react";
import { FormContext } from "@/components/form/form-context";
import { Mark } from "@/components/ui/mark";

/** What the dry run said, in place, until something else is done. */
export function DryRunResult({ working }: { working: string }) {
  const { state, pending } = useContext(FormContext);
  const [first = "", ...lines] = (state.result ?? "").split("\n");
  return (
    <div role="status">
      {pending ? <p className="t-small text-ink-2">{working}</p> : null}
      {pending || first === "" ? null : (
        <>
          <p className="t-strong flex items-center gap-2 pt-1">
            <Mark name="draft" /> {first}
          </p>
          <ul className="pl-6">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
