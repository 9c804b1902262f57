"use client";

import { useContext } from "react";
import { FormContext } from "@/components/form/form-context";
import { Mark } from "@/components/ui/mark";

/** What the walk along the chain found; before it, what it does. */
export function ChainVerdict({ children }: { children: string }) {
  const { state, pending } = useContext(FormContext);
  if (pending || state.message === undefined)
    return <p className="max-w-[820px] flex-1 text-ink-2">{children}</p>;
  const whole = state.status === "done" && state.result === "whole";
  return (
    <p className="flex max-w-[820px] flex-1 items-baseline gap-2 [overflow-wrap:anywhere]" role="status">
      <Mark name={whole ? "final" : "failed"} />
      <b className={whole ? "text-ok" : "text-no"}>{state.message}</b>
    </p>
  );
}
