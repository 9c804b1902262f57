"use client";

import { useContext } from "react";
import { FormContext } from "@/components/form/form-context";
import { Mark } from "@/components/ui/mark";

/** After a refused attempt: what has to be given once more. Nothing before. */
export function SecretsAgain({ children }: { children: string }) {
  const { state } = useContext(FormContext);
  if (state.status !== "problem") return null;
  return (
    <p className="flex items-baseline gap-2 pb-2">
      <Mark name="waits" />
      <span>{children}</span>
    </p>
  );
}
