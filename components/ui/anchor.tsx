import Link from "next/link";
import type { ComponentProps, MouseEventHandler } from "react";
import { asRoute } from "@/components/ui/as-route";

// Next's Link takes these handlers or none, but not `undefined`.
type Handlers = "onClick" | "onMouseEnter" | "onTouchStart";

export type AnchorProps = Omit<ComponentProps<"a">, "href" | Handlers> & {
  href: string;
  onClick?: MouseEventHandler<HTMLAnchorElement>;
  /** Lists say false: fetching fifty records ahead costs more than the list itself. */
  prefetch?: boolean;
  /** False keeps the page where it is scrolled to: tabs. */
  scroll?: boolean;
};

/** A link inside the desk, or out of it. Every part that links goes through here. */
export function Anchor({ href, prefetch, scroll, ...rest }: AnchorProps) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return <a href={href} rel="noreferrer" {...rest} />;
  if (href.startsWith("#")) return <a href={href} {...rest} />;
  const routing = {
    ...(prefetch === undefined ? {} : { prefetch }),
    ...(scroll === undefined ? {} : { scroll }),
  };
  return <Link href={asRoute(href)} {...routing} {...rest} />;
}
