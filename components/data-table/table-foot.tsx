import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CURSOR, hrefWith, type ListAddress } from "@/components/data-table/address";
import { Anchor } from "@/components/ui/anchor";
import { Kbd } from "@/components/ui/kbd";

const known = {
  move: ["↑", "↓"],
  select: ["space"],
  act: ["s"],
  open: ["enter"],
  find: ["/"],
  filter: ["f"],
  new: ["n"],
} as const;

type HintName = keyof typeof known;

export interface TableFootProps {
  hints: readonly HintName[];
  /** Keys of this page alone. */
  more?: readonly { keys: readonly string[]; label: string }[];
  /** At the right: how many, counted when. */
  note?: ReactNode;
  paging?: { address: ListAddress; next: string | null };
  /** A SelectionBar. */
  selection?: ReactNode;
}

/** The foot of a list: what the keys do, where the next page is. On the server. */
export function TableFoot({ hints, more = [], note, paging, selection }: TableFootProps) {
  const t = useTranslations("table");
  const words: Readonly<Record<string, string>> = { space: t("keys.space"), enter: t("keys.enter") };
  const listed = [...hints.map((name) => ({ keys: known[name], label: t(`keys.${name}`) })), ...more];
  return (
    <div className="foot-bar">
      {selection}
      <div className="table-foot">
        <ul className="key-hints" aria-label={t("keys.title")}>
          {listed.map(({ keys, label }) => (
            <li key={label} className={isLetter(keys) ? "key-letter" : undefined}>
              {keys.map((key) => (
                <Kbd key={key}>{words[key] ?? key}</Kbd>
              ))}{" "}
              {label}
            </li>
          ))}
        </ul>
        {note ? <p className="table-note">{note}</p> : null}
        {paging ? (
          <Paging {...paging} words={{ label: t("paging"), first: t("first"), next: t("next") }} />
        ) : null}
      </div>
    </div>
  );
}

/** Such keys can be switched off; arrows, space and Enter cannot. */
function isLetter(keys: readonly string[]): boolean {
  return keys.every((key) => /^[a-z/?]$/.test(key));
}

function Paging({
  address,
  next,
  words,
}: {
  address: ListAddress;
  next: string | null;
  words: { label: string; first: string; next: string };
}) {
  const isFirst = address.params[CURSOR] === undefined;
  if (isFirst && next === null) return null;
  return (
    <nav aria-label={words.label} className="paging">
      {isFirst ? null : <Anchor href={hrefWith(address, {})}>{words.first}</Anchor>}
      {next === null ? null : (
        <Anchor href={hrefWith(address, { [CURSOR]: next })} rel="next">
          {words.next}
        </Anchor>
      )}
    </nav>
  );
}
