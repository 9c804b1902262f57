"use client";

import { type ReactNode, useContext } from "react";
import { FormContext } from "@/components/form/form-context";

/** Fields that most people leave as they are, behind their summary; open when one of them is to be put right. */
export function Fold({
  summary,
  names,
  children,
}: {
  summary: string;
  /** The names of the fields inside. */
  names: readonly string[];
  children: ReactNode;
}) {
  const { state } = useContext(FormContext);
  const wrong = names.some((name) => state.problems[name] !== undefined);
  return (
    <details className="fold" {...(wrong ? { open: true } : {})}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
