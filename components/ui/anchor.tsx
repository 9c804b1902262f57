import type { ComponentProps } from "react";

export type AnchorProps = ComponentProps<"a"> & {
  href: string;
  /** False keeps the page where it is scrolled to: tabs. */
  scroll?: boolean;
};

/** A link inside the desk, or out of it. Every part that links goes through here; the shell's `Links` follows them. */
export function Anchor({ href, scroll, ...rest }: AnchorProps) {
  const leaves = /^[a-z][a-z0-9+.-]*:/i.test(href);
  return (
    <a
      href={href}
      {...(leaves && { rel: "noreferrer" })}
      {...(scroll === false && { "data-stay": "" })}
      {...rest}
    />
  );
}
