import { Anchor } from "@/components/ui/anchor";

export interface ChoiceLink {
  key: string;
  label: string;
  href: string;
  current: boolean;
  /** Why it cannot be chosen; written after a colon. */
  off?: string | undefined;
}

/** One of a few, all in sight, where each choice is another address: what follows is drawn anew. */
export function ChoiceLinks({ label, links }: { label: string; links: readonly ChoiceLink[] }) {
  return (
    <nav aria-label={label} className="choice choice-links">
      {links.map((link) =>
        link.off === undefined ? (
          <Anchor
            key={link.key}
            href={link.href}
            scroll={false}
            aria-current={link.current ? "true" : undefined}
          >
            {link.label}
          </Anchor>
        ) : (
          <span key={link.key} className="choice-off">
            {link.label}: {link.off}
          </span>
        ),
      )}
    </nav>
  );
}
