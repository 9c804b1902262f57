import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Anchor } from "@/components/ui/anchor";
import type { MarkName } from "@/components/ui/marks";
import { StateWord } from "@/components/ui/state-word";
import { TestFlag } from "@/components/ui/test-flag";

export interface StripCount {
  /** Left out of what stands in several states. */
  mark?: MarkName;
  word: string;
  /** No real money moves by what is counted. */
  test?: boolean;
  /** Written already. */
  count: string;
  /** Sums, one currency after the other; wide screens only. */
  amount?: string;
  href: string;
}

export interface StripProps {
  home: string;
  /** null when no provider is set up: the strip then holds the brand and `end` alone. */
  next: { scheme: string; when: string; city: string; href: string; left: ReactNode } | null;
  counts: readonly StripCount[];
  /** Another scheme's cut-off; `label` says whether it comes before or after. */
  afterwards?: { label: string; text: string; href: string } | undefined;
  /** Part of the time since the last cut-off that is gone, 0 to 1. */
  elapsed: number;
  end?: ReactNode;
}

/** The deadline, always in sight. Every cell is a link. On the server. */
export function Strip({ home, next, counts, afterwards, elapsed, end }: StripProps) {
  const t = useTranslations("nav");
  const brand = useTranslations("common")("brand");
  return (
    <>
      <Anchor href={home} className="strip-brand">
        <BrandMark />
        {brand}
      </Anchor>
      <nav className="strip" aria-label={t("strip")}>
        {next ? (
          <>
            <Anchor href={next.href} className="strip-next">
              <span className="strip-label">{t("next")}</span> <b>{next.scheme}</b>{" "}
              <span>
                {next.when} <span className="strip-city">{next.city}</span>
              </span>
            </Anchor>
            <Anchor href={next.href} className="strip-left">
              {next.left}
            </Anchor>
          </>
        ) : null}
        {counts.map((count) => (
          <Anchor key={count.word} href={count.href} className="strip-count">
            {count.mark ? <StateWord mark={count.mark}>{count.word}</StateWord> : <span>{count.word}</span>}{" "}
            <b>{count.count}</b>
            {count.test ? <TestFlag /> : null}
            {count.amount ? <span className="strip-amount">{count.amount}</span> : null}
          </Anchor>
        ))}
        {afterwards ? (
          <Anchor href={afterwards.href} className="strip-then">
            <span className="strip-label">{afterwards.label}</span> {afterwards.text}
          </Anchor>
        ) : null}
        {end ? <div className="strip-end">{end}</div> : null}
      </nav>
      <svg className="strip-ruler" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.round(Math.min(1, Math.max(0, elapsed)) * 1000) / 10} height="1" />
      </svg>
    </>
  );
}

/** Three lines of a ledger, the middle one still open. */
function BrandMark() {
  return (
    <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" className="brand-mark">
      <path d="M0 0h14v2H0zM0 12h14v2H0z" />
      <path className="tone-accent" d="M0 6h9v2H0z" />
    </svg>
  );
}
