"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";
import { asRoute } from "@/components/ui/as-route";

/**
 * Follows every link of the desk without loading the whole page anew. One listener for all of them: a link component
 * for each costs the server more than all that a list of fifty says. Nothing is fetched ahead, for no page of the desk
 * can be drawn before it is asked for. Without script the browser follows them.
 * A line at the top says that the next page is on its way, where that takes long.
 */
export function Links() {
  const router = useRouter();
  const [going, start] = useTransition();
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = linkOf(event);
      if (!link) return;
      event.preventDefault();
      const scroll = link.dataset.stay === undefined;
      start(() => router.push(asRoute(`${link.pathname}${link.search}${link.hash}`), { scroll }));
    };
    document.addEventListener("click", onClick);
    return () => document.removeEventListener("click", onClick);
  }, [router]);
  return going ? <div className="going" aria-hidden="true" /> : null;
}

/** The link that was pressed, when it leads elsewhere in the desk, in this window, and nobody else has seen to it. */
function linkOf(event: MouseEvent): HTMLAnchorElement | null {
  const { defaultPrevented, button, ctrlKey, metaKey, shiftKey, altKey, target } = event;
  if (defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return null;
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || link.origin !== location.origin || link.hasAttribute("download")) return null;
  if (link.target !== "" && link.target !== "_self") return null;
  const onThisPage = link.hash !== "" && link.pathname + link.search === location.pathname + location.search;
  return onThisPage ? null : link;
}
