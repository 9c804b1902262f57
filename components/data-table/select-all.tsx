"use client";

import { useEffect, useRef } from "react";

/** Ticks every row of the page. It does nothing without script, so it is only there with it. */
export function SelectAll({ form, name, label }: { form: string; name: string; label: string }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onChange = () => {
      const ticks = ticksOf(form, name);
      const ticked = ticks.filter((tick) => tick.checked).length;
      if (!box.current) return;
      box.current.checked = ticked > 0 && ticked === ticks.length;
      box.current.indeterminate = ticked > 0 && ticked < ticks.length;
    };
    // What was ticked before this page was here is drawn already.
    onChange();
    document.addEventListener("change", onChange);
    return () => document.removeEventListener("change", onChange);
  }, [form, name]);
  return (
    <label className="check needs-script">
      <input
        ref={box}
        type="checkbox"
        aria-label={label}
        onChange={(event) => {
          const { checked } = event.currentTarget;
          for (const tick of ticksOf(form, name)) tick.checked = checked;
        }}
      />
    </label>
  );
}

function ticksOf(form: string, name: string): HTMLInputElement[] {
  const selector = `input[form="${CSS.escape(form)}"][name="${CSS.escape(name)}"]`;
  return [...document.querySelectorAll<HTMLInputElement>(selector)];
}
