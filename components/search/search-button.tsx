import { Kbd } from "@/components/ui/kbd";

/** What opens the search. Server-rendered; the island listens. */
export function SearchButton({ label, plain = false }: { label: string; plain?: boolean }) {
  return (
    <button
      type="button"
      className={plain ? undefined : "search-button"}
      data-search
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
    >
      {label}
      {plain ? null : <Kbd silent>Ctrl K</Kbd>}
    </button>
  );
}
