"use client";

import { type ReactNode, useContext } from "react";
import { FormContext } from "@/components/form/form-context";
import { Button } from "@/components/ui/button";

/** Sends the form, once: while the answer is awaited it says so and cannot be pressed again. */
export function SubmitButton({
  children,
  working,
  look = "solid",
  shortcut,
  off,
  ...sent
}: {
  children: ReactNode;
  /** In place of the words while the answer is awaited. */
  working: string;
  look?: "plain" | "solid" | "word";
  shortcut?: string;
  off?: string | undefined;
  /** Which of several verbs of one form it is. */
  name?: string;
  value?: string;
}) {
  const { pending } = useContext(FormContext);
  return (
    <Button
      type="submit"
      look={look}
      off={off}
      aria-busy={pending}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      {...sent}
      {...(shortcut ? { shortcut } : {})}
    >
      <span className="swap" data-second={pending || undefined}>
        <span>{children}</span>
        <span>{working}</span>
      </span>
    </Button>
  );
}
