"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from "react";
import type { SearchOption, SearchWords } from "@/components/search/answer";
import { OptionList } from "@/components/search/option-list";
import { PaletteFoot } from "@/components/search/palette-foot";
import { useAnswer } from "@/components/search/use-answer";
import { asRoute } from "@/components/ui/as-route";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";

export interface PaletteProps {
  words: SearchWords;
  /** What stands in the field at first. */
  first: string;
  onClose: () => void;
}

/** One search from anywhere: a field with a list under it, in the browser's own dialog. */
export function Palette({ words, first, onClose }: PaletteProps) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState(first);
  const [tries, setTries] = useState(0);
  const query = text.trim();
  const { answer, of, failed } = useAnswer(query, tries);
  const options = answer?.groups.flatMap((group) => group.options) ?? [];
  const { active, setActive, onKeyDown } = useChoice(options, of === query, onClose);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard's way out is Escape, which the browser knows.
    <dialog
      ref={dialog}
      className="palette"
      aria-label={words.label}
      onClose={onClose}
      onClick={(event) => {
        // Only the ground behind the dialog is the dialog itself.
        if (event.target === event.currentTarget) dialog.current?.close();
      }}
    >
      <div className="palette-box">
        <div className="palette-field">
          <input
            // First in the dialog, so that the browser gives it the focus.
            // Not a search field: there the first Escape would only empty it.
            type="text"
            role="combobox"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
            aria-label={words.label}
            aria-expanded={options.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={active ? `${id}${active.id}` : undefined}
            placeholder={words.placeholder}
            autoComplete="off"
            autoCorrect="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="go"
            maxLength={200}
          />
          <Button look="word" onClick={() => dialog.current?.close()}>
            {words.close}
            <Kbd silent>Esc</Kbd>
          </Button>
        </div>
        <p className="sr-only" role="status">
          {of === query && !failed ? answer?.said : ""}
        </p>
        {failed ? (
          <p className="palette-note" role="alert">
            {words.failed}{" "}
            <Button look="word" onClick={() => setTries(tries + 1)}>
              {words.retry}
            </Button>
          </p>
        ) : null}
        <div className="palette-found" id={`${id}-list`} role="listbox" aria-label={words.label}>
          {answer && !failed ? (
            <OptionList
              id={id}
              groups={answer.groups}
              active={active}
              onPoint={setActive}
              onChosen={() => dialog.current?.close()}
            />
          ) : null}
        </div>
        {answer && !failed ? <PaletteFoot answer={answer} /> : null}
      </div>
    </dialog>
  );
}

/**
 * Which option the keys are on. It is kept by its id and not by its place: when an answer comes in between, the choice
 * does not jump to something else. Enter before the answer is there waits for it.
 */
function useChoice(options: readonly SearchOption[], current: boolean, onClose: () => void) {
  const router = useRouter();
  const [chosen, setChosen] = useState<string | null>(null);
  const waits = useRef(false);
  const active = options.find((one) => one.id === chosen) ?? options[0];

  const go = useCallback(
    (option: SearchOption | undefined) => {
      if (!option) return;
      onClose();
      router.push(asRoute(option.href));
    },
    [router, onClose],
  );
  useEffect(() => {
    if (!current || !waits.current) return;
    waits.current = false;
    go(options[0]);
  }, [current, options, go]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      if ((event.ctrlKey || event.metaKey) && active) window.open(active.href, "_blank", "noopener");
      else if (current) go(active);
      else waits.current = true;
      return;
    }
    waits.current = false;
    const to = event.shiftKey || event.altKey ? undefined : nextOption(options, active, event.key);
    if (!to) {
      // Other letters are another question: its first answer is the choice.
      if (event.key.length === 1 || event.key === "Backspace" || event.key === "Delete") setChosen(null);
      return;
    }
    event.preventDefault();
    setChosen(to.id);
  };
  return { active, setActive: (option: SearchOption) => setChosen(option.id), onKeyDown };
}

function nextOption(
  options: readonly SearchOption[],
  active: SearchOption | undefined,
  key: string,
): SearchOption | undefined {
  const at = active ? options.indexOf(active) : -1;
  if (key === "ArrowDown") return options[(at + 1) % options.length];
  if (key === "ArrowUp") return options.at(at <= 0 ? -1 : at - 1);
  if (key === "Home") return options[0];
  return key === "End" ? options.at(-1) : undefined;
}
