"use client";

import { useLanding } from "@/app/(desk)/payments/new/landing-provider";
import { LandingPanel } from "@/components/deadlines/landing-panel";

/** Where the payment would land, always in sight. */
export function LandingAside({ words }: { words: { failed: string } }) {
  const { view, failed } = useLanding();
  return (
    <>
      <LandingPanel {...view.panel} />
      <p role="status" className="note">
        {failed ? words.failed : null}
      </p>
    </>
  );
}
