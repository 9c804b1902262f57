import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import {
  isSelected,
  nothingSelected,
  readSelection,
  type Selection,
  selectionText,
  withTicks,
} from "@/components/data-table/selection";
import { recall, remember } from "@/components/ui/tab-memory";

/** What makes a selection last from page to page. */
export interface Kept {
  /** Its name in the browser's memory of this tab. */
  key: string;
  /** What each row of the page adds to the sum, in their order. */
  weights: readonly string[];
}

interface OnPage {
  selection: Selection;
  /** Ticked rows of this page. */
  here: number;
  /** Rows of this page. */
  rows: number;
}

/**
 * The boxes of a form's rows as one selection. The boxes stay the browser's own, so that a tick draws nothing anew but
 * the bar, and works as a plain form before script has arrived.
 */
export function useSelection(form: string, name: string, kept: Kept | undefined) {
  const [onPage, setOnPage] = useState<OnPage>({ selection: nothingSelected, here: 0, rows: 0 });
  const current = useRef(nothingSelected);

  /** Draws a selection into the boxes. */
  const show = useCallback(
    (selection: Selection) => {
      const ticks = ticksOf(form, name);
      for (const tick of ticks) tick.checked = isSelected(selection, tick.value);
      current.current = selection;
      if (kept) keep(kept.key, selection);
      setOnPage({ selection, here: ticks.filter((tick) => tick.checked).length, rows: ticks.length });
      // The head's box follows a change, as if a person had made it.
      document.dispatchEvent(new Event("change"));
    },
    [form, name, kept],
  );

  useLayoutEffect(() => show(kept ? readSelection(recall(kept.key)) : nothingSelected), [show, kept]);

  useEffect(() => {
    const onChange = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement)) return;
      // After the head's box, which listens on itself, has set the rows' boxes.
      queueMicrotask(() => {
        const ticks = ticksOf(form, name);
        const read = ticks.map((tick, index) => ({
          id: tick.value,
          ticked: tick.checked,
          weight: kept?.weights[index] ?? "",
        }));
        const selection = withTicks(current.current, read);
        current.current = selection;
        if (kept) keep(kept.key, selection);
        setOnPage({ selection, here: read.filter((tick) => tick.ticked).length, rows: ticks.length });
      });
    };
    document.addEventListener("change", onChange);
    return () => document.removeEventListener("change", onChange);
  }, [form, name, kept]);

  useEffect(() => rangesOf(form, name), [form, name]);

  useEffect(() => {
    const element = document.getElementById(form);
    const onData = ({ formData }: FormDataEvent) => addOtherPages(formData, name, current.current);
    element?.addEventListener("formdata", onData);
    return () => element?.removeEventListener("formdata", onData);
  }, [form, name]);

  return { ...onPage, show };
}

/** The names under which a form sends what its boxes do not say. */
const sent = { more: "more", all: "all", but: "but" } as const;

/** What is ticked on other pages goes with what is ticked on this one. */
function addOtherPages(data: FormData, name: string, { all, rows }: Selection): void {
  if (all) {
    data.set(sent.all, "yes");
    data.set(sent.but, [...rows.keys()].join(" "));
    return;
  }
  const here = new Set(data.getAll(name));
  const others = [...rows.keys()].filter((id) => !here.has(id));
  if (others.length > 0) data.set(sent.more, others.join(" "));
}

/** With Shift, a press sets every box from the one that was pressed before. */
function rangesOf(form: string, name: string): () => void {
  let before: HTMLInputElement | null = null;
  const onClick = ({ target, shiftKey }: MouseEvent) => {
    const ticks = ticksOf(form, name);
    const pressed = ticks.find((tick) => tick === target);
    if (!pressed) return;
    const at = ticks.indexOf(pressed);
    const from = shiftKey && before ? ticks.indexOf(before) : -1;
    if (from >= 0)
      for (const tick of ticks.slice(Math.min(from, at), Math.max(from, at) + 1))
        tick.checked = pressed.checked;
    before = pressed;
  };
  document.addEventListener("click", onClick);
  return () => document.removeEventListener("click", onClick);
}

function ticksOf(form: string, name: string): HTMLInputElement[] {
  const selector = `input[form="${CSS.escape(form)}"][name="${CSS.escape(name)}"]`;
  return [...document.querySelectorAll<HTMLInputElement>(selector)];
}

/** Lasts from page to page; where nothing can be kept, for this page. */
const keep = (key: string, selection: Selection): void =>
  remember(key, selection.all || selection.rows.size > 0 ? selectionText(selection) : "");
