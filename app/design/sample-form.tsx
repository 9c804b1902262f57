"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import type { FormState } from "@/components/form/form-state";

/** Refuses what is empty and keeps everything that was typed; it sends nothing anywhere. */
export function SampleForm({ children }: { children: ReactNode }) {
  const check = async (_: FormState, data: FormData): Promise<FormState> => {
    const problems: Record<string, string> = {};
    for (const name of ["account", "holder"]) {
      if (data.get(name) === "") problems[name] = "Fill this in.";
    }
    const status = Object.keys(problems).length > 0 ? "problem" : "done";
    return { status, values: {}, problems };
  };
  return (
    <ActionForm action={check} className="flex flex-1 flex-col">
      {children}
    </ActionForm>
  );
}
