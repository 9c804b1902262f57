"use client";

import { type ReactNode, useEffect, useState } from "react";
import { ActionForm } from "@/components/form/action-form";
import type { FormAction } from "@/components/form/form-state";
import { Amount } from "@/components/ui/amount";
import { formatMoney, formatNumber } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";
import { currencies, type Money } from "@/lib/kernel/money";

interface Ticked {
  count: number;
  sums: readonly Money[];
}

/**
 * What is ticked, how much it is per currency, and what can be done with it. It lies over the list's end, so nothing
 * moves when it comes. Buttons inside send the ticks; several verbs tell themselves apart by `name` and `value`.
 */
export function SelectionBar({
  form,
  name,
  action,
  locale,
  words,
  children,
}: {
  /** The id that the table's ticks name. */
  form: string;
  name: string;
  action: FormAction;
  locale: Locale;
  words: { selected: string; clear: string };
  children: ReactNode;
}) {
  const [ticked, setTicked] = useState<Ticked>({ count: 0, sums: [] });
  useEffect(() => {
    const recount = () => setTicked(read(form, name));
    // After the head's box, which listens on itself, has set the rows' boxes.
    const onChange = () => queueMicrotask(recount);
    recount();
    document.addEventListener("change", onChange);
    return () => document.removeEventListener("change", onChange);
  }, [form, name]);
  return (
    <ActionForm
      id={form}
      action={action}
      className="selection-bar"
      data-empty={ticked.count === 0 || undefined}
    >
      <p aria-live="polite">
        <b>
          {formatNumber(ticked.count, locale)} {words.selected}
        </b>
        {ticked.sums.map((sum) => (
          <Amount key={sum.currency} {...formatMoney(sum, locale)} />
        ))}
      </p>
      {children}
      <button
        type="button"
        className="word-button"
        onClick={() => {
          for (const tick of ticksOf(form, name)) tick.checked = false;
          // The head's box and the count follow a change, as if a person had made it.
          document.dispatchEvent(new Event("change"));
        }}
      >
        {words.clear}
      </button>
    </ActionForm>
  );
}

function ticksOf(form: string, name: string): HTMLInputElement[] {
  const selector = `input[form="${CSS.escape(form)}"][name="${CSS.escape(name)}"]:checked`;
  return [...document.querySelectorAll<HTMLInputElement>(selector)];
}

function read(form: string, name: string): Ticked {
  const ticks = ticksOf(form, name);
  const sums = currencies.flatMap((currency) => {
    const own = ticks.filter((tick) => tick.dataset.currency === currency);
    const amountMinor = own.reduce((sum, tick) => sum + Number(tick.dataset.amount), 0);
    return own.length > 0 ? [{ currency, amountMinor }] : [];
  });
  return { count: ticks.length, sums };
}
