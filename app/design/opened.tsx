"use client";

import "./design.css";
import { type ReactNode, useEffect, useRef } from "react";

/** Its menus and dialogs stand open and in the flow of the page, so that they can be looked at. */
export function Opened({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    for (const one of box.current?.querySelectorAll("details") ?? []) one.open = true;
    for (const one of box.current?.querySelectorAll("dialog") ?? []) one.open = true;
  }, []);
  return (
    <div ref={box} className="design-opened">
      {children}
    </div>
  );
}
