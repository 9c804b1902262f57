"use client";

import { useContext } from "react";
import { FormContext } from "@/components/form/form-context";
import { Mark } from "@/components/ui/mark";

/** What the dry run said, in place, until the next one. */
export function DryRunResult() {
  const { state, pending } = useContext(FormContext);
  if (pending || state.status === "idle") return null;
  const [first = "", ...lines] = (state.result ?? state.message ?? "").split("\n");
  return (
    <div role={state.status === "problem" ? "alert" : "status"} className="dry-run">
      <p className="t-strong flex items-center gap-2">
        <Mark name={state.status === "problem" ? "failed" : "draft"} /> {first}
      </p>
      {lines.length > 0 ? (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
