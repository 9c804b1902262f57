"use client";

import { useState } from "react";
import { useHydrated } from "@/components/form/use-hydrated";
import { Button } from "@/components/ui/button";

/** Throws the draft away on the second press: what was typed is gone for good. */
export function DiscardDraft({
  words,
  action,
}: {
  words: { discard: string; sure: string; keep: string };
  action: (data: FormData) => Promise<void>;
}) {
  const [asked, setAsked] = useState(false);
  const hydrated = useHydrated();
  if (!hydrated) return null;
  if (!asked)
    return (
      <Button look="plain" onClick={() => setAsked(true)}>
        {words.discard}
      </Button>
    );
  return (
    <>
      {/* The first of the two takes the place of what was pressed, so that a double press throws nothing away. */}
      <Button look="plain" autoFocus onClick={() => setAsked(false)}>
        {words.keep}
      </Button>
      <Button type="submit" look="plain" formAction={action}>
        {words.sure}
      </Button>
    </>
  );
}
