"use client";

import { usePathname } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import type { PaletteProps } from "@/components/search/palette";
import { noteRecent } from "@/components/search/recent";

type Palette = (props: PaletteProps) => React.ReactNode;

/** The words that are needed before there is an answer. */
export interface SearchWords {
  label: string;
  placeholder: string;
  close: string;
  failed: string;
  retry: string;
}

const load = (): Promise<Palette> => import("@/components/search/palette").then((found) => found.Palette);
const noteFailure = () => undefined;

/**
 * Opens the search: by Ctrl K or Cmd K, or by whatever carries `data-search`. Its code comes when a hand goes to one of
 * them, so that pages do not wait for it.
 */
export function SearchIsland({ words }: { words: SearchWords }) {
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState<{ palette: Palette } | null>(null);
  const [failed, setFailed] = useState(false);
  const path = usePathname();
  useEffect(() => noteRecent(path), [path]);

  const show = useCallback(() => {
    setOpen(true);
    load().then(
      (palette) => {
        setShown({ palette });
        setFailed(false);
      },
      () => {
        setOpen(false);
        setFailed(true);
      },
    );
  }, []);
  useSearchEvents(show);

  if (failed)
    return (
      <p className="search-failed" role="alert">
        {words.failed}{" "}
        <button type="button" className="word-button" onClick={show}>
          {words.retry}
        </button>
      </p>
    );
  return open && shown ? <shown.palette words={words} onClose={() => setOpen(false)} /> : null;
}

function useSearchEvents(show: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // The first half of the two keys: the code is on its way before the second is down.
      if (event.key === "Control" || event.key === "Meta") load().catch(noteFailure);
      const both = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!both || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      // Over a question that waits for its answer nothing else opens.
      if (!document.querySelector("dialog[open]")) show();
    };
    const onClick = (event: MouseEvent) => {
      if (isSearch(event.target)) show();
    };
    const onNear = (event: Event) => {
      if (isSearch(event.target)) load().catch(noteFailure);
    };
    document.addEventListener("keydown", onKeyDown);
    document.addEventListener("click", onClick);
    document.addEventListener("pointerover", onNear);
    document.addEventListener("focusin", onNear);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      document.removeEventListener("click", onClick);
      document.removeEventListener("pointerover", onNear);
      document.removeEventListener("focusin", onNear);
    };
  }, [show]);
}

const isSearch = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("[data-search]") !== null;
