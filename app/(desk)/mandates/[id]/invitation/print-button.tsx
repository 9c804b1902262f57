"use client";

import { Button } from "@/components/ui/button";

/** Opens the browser's own print dialog. */
export function PrintButton({ children }: { children: string }) {
  return (
    <Button look="solid" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
