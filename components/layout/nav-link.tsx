"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";

/** A place that knows whether you are in it. */
export function NavLink({
  href,
  go,
  children,
}: {
  href: string;
  go?: string | undefined;
  children: ReactNode;
}) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  return (
    <Anchor
      href={href}
      data-go={go}
      aria-current={here ? "page" : undefined}
      onClick={(event) => event.currentTarget.closest("details")?.removeAttribute("open")}
    >
      {children}
    </Anchor>
  );
}
