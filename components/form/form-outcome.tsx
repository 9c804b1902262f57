"use client";

import { useContext } from "react";
import { Toast } from "@/components/feedback/toast";
import { FormContext } from "@/components/form/form-context";
import { Mark } from "@/components/ui/mark";

/** What came of a form that is one button: done, in a corner; refused, in place and heard. */
export function FormOutcome({ close }: { close: string }) {
  const { state, pending } = useContext(FormContext);
  if (pending || !state.message) return null;
  if (state.status === "done")
    return (
      <Toast key={state.message} close={close}>
        {state.message}
      </Toast>
    );
  return (
    <p className="form-outcome" role="alert">
      <Mark name="failed" />
      <span>
        {state.message} {Object.values(state.problems).join(" ")}
      </span>
    </p>
  );
}
