import type { LocalText } from "@/lib/kernel/locale";
import type { Field } from "@/lib/providers/contract";

export const text = (en: string, da: string, nl: string): LocalText => ({ en, da, nl });

export const YES = { value: "yes", label: text("Yes", "Ja", "Ja") };
export const NO = { value: "no", label: text("No", "Nej", "Nee") };

export function pick(
  name: string,
  options: NonNullable<Field["options"]>,
  label: LocalText,
  hint: LocalText,
): Field {
  const first = options[0];
  return {
    name,
    kind: "choice",
    label,
    hint,
    required: false,
    options,
    ...(first ? { initial: first.value } : {}),
  };
}

export function whole(
  name: string,
  range: [number, number],
  label: LocalText,
  hint: LocalText,
  initial?: number,
): Field {
  const [min, max] = range;
  return {
    name,
    kind: "integer",
    label,
    hint,
    required: false,
    min,
    max,
    ...(initial === undefined ? {} : { initial: String(initial) }),
  };
}

export function word(
  name: string,
  initial: string,
  pattern: string,
  label: LocalText,
  hint: LocalText,
): Field {
  return { name, kind: "text", label, hint, required: false, pattern, maxLength: 63, initial };
}
