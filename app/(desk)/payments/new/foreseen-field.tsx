"use client";

import { useContext, useEffect } from "react";
import { useLanding } from "@/app/(desk)/payments/new/landing-provider";
import { FormContext } from "@/components/form/form-context";
import { useHydrated } from "@/components/form/use-hydrated";

/** Sends the day that the reader sees, so that one pressed over a deadline is not issued for another month unseen. */
export function ForeseenField() {
  const { foreseen, refetch } = useLanding();
  const { state } = useContext(FormContext);
  // Without script the preview does not follow what is typed, and says nothing of it.
  const hydrated = useHydrated();
  useEffect(() => {
    if (state.status === "problem") refetch();
  }, [state, refetch]);
  return <input type="hidden" name="foreseen" value={hydrated ? foreseen : ""} />;
}
