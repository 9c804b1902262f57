import type { ReactNode } from "react";
import { Mark } from "@/components/ui/mark";
import type { MarkName } from "@/components/ui/marks";

/** `plain`: where you are. `warn`: somebody's turn. `no`: something is broken. */
export type BannerTone = "plain" | "warn" | "no";

const toneMarks = { plain: null, warn: "stale", no: "failed" } as const satisfies Record<
  BannerTone,
  MarkName | null
>;

/** One line over the page: the environment, trouble at a provider, a key that expires before a cut-off. */
export function Banner({
  tone = "plain",
  title,
  children,
  action,
}: {
  tone?: BannerTone;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  const mark = toneMarks[tone];
  return (
    // Not by an id: the frame around a page is drawn in another request than the page, and both would count from one.
    <section className={`banner banner-${tone}`} aria-label={title}>
      {mark ? <Mark name={mark} /> : null}
      <p>
        <b>{title}</b> {children}
      </p>
      {action ? <div className="banner-action">{action}</div> : null}
    </section>
  );
}
