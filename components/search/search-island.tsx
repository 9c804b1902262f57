"use client";

import { usePathname } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import type { SearchWords } from "@/components/search/answer";
import { looksSecret } from "@/components/search/looks-secret";
import type { PaletteProps } from "@/components/search/palette";
import { noteRecent } from "@/components/search/recent";

type Palette = (props: PaletteProps) => React.ReactNode;

const load = (): Promise<Palette> => import("@/components/search/palette").then((found) => found.Palette);
const noteFailure = () => undefined;

/**
 * Opens the search: by Ctrl K or Cmd K, or by whatever carries `data-search`. Its code comes when a hand goes to one of
 * them, so that pages do not wait for it.
 */
export function SearchIsland({ words }: { words: SearchWords }) {
  /** What it opens with; null while it is closed. */
  const [first, setFirst] = useState<string | null>(null);
  const [shown, setShown] = useState<{ palette: Palette } | null>(null);
  const [failed, setFailed] = useState(false);
  const path = usePathname();
  useEffect(() => noteRecent(path), [path]);

  const show = useCallback((text: string) => {
    setFirst(text);
    load().then(
      (palette) => {
        setShown({ palette });
        setFailed(false);
      },
      () => {
        setFirst(null);
        setFailed(true);
      },
    );
  }, []);
  useSearchEvents(show);

  if (failed)
    return (
      <p className="search-failed" role="alert">
        {words.failed}{" "}
        <button type="button" className="word-button" onClick={() => show("")}>
          {words.retry}
        </button>
      </p>
    );
  if (first === null || !shown) return null;
  return <shown.palette words={words} first={first} onClose={() => setFirst(null)} />;
}

function useSearchEvents(show: (text: string) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // The first half of the two keys: the code is on its way before the second is down.
      if (event.key === "Control" || event.key === "Meta") load().catch(noteFailure);
      const both = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!both || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      // Over a question that waits for its answer nothing else opens.
      if (!document.querySelector("dialog[open]")) show("");
    };
    const onClick = (event: MouseEvent) => {
      if (isSearch(event.target)) show("");
    };
    const onNear = (event: Event) => {
      if (isSearch(event.target)) load().catch(noteFailure);
    };
    // A list's own find field puts its words into the address. What must not stand there is looked for here instead.
    const onSubmit = (event: SubmitEvent) => {
      const secret = event.target instanceof HTMLFormElement ? secretIn(event.target) : undefined;
      if (secret === undefined) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      show(secret);
    };
    document.addEventListener("keydown", onKeyDown);
    window.addEventListener("submit", onSubmit, true);
    document.addEventListener("click", onClick);
    document.addEventListener("pointerover", onNear);
    document.addEventListener("focusin", onNear);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      window.removeEventListener("submit", onSubmit, true);
      document.removeEventListener("click", onClick);
      document.removeEventListener("pointerover", onNear);
      document.removeEventListener("focusin", onNear);
    };
  }, [show]);
}

const isSearch = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("[data-search]") !== null;

/** What stands in a search field of a form that would be sent in an address, where it may be a CPR or an account. */
function secretIn(form: HTMLFormElement): string | undefined {
  if (form.method !== "get") return undefined;
  const fields = [...form.elements].filter((one) => one instanceof HTMLInputElement);
  return fields.find((one) => one.type === "search" && looksSecret(one.value))?.value;
}
