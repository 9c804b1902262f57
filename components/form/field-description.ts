import type { FieldCheck } from "@/components/form/check-text";
import type { Locale } from "@/lib/kernel/locale";
import type { Field, FieldKind } from "@/lib/providers/contract";

/** One field of a form that is drawn from data, in the reader's language. */
export interface FieldDescription {
  name: string;
  kind: FieldKind;
  label: string;
  hint?: string;
  required: boolean;
  maxLength?: number;
  options?: readonly { value: string; label: string }[];
  /** Shown only while another field has one of these values. */
  when?: { field: string; is: readonly string[] };
  sensitive?: boolean;
  value?: string;
  problem?: string;
  check?: FieldCheck;
  /** Write-only, and there is one already. */
  stored?: boolean;
}

/** A provider's form in one language, with what is stored; write-only fields never carry their value. */
export function describeFields(
  fields: readonly Field[],
  locale: Locale,
  values: Readonly<Record<string, string>> = {},
): FieldDescription[] {
  return fields.map((field) => {
    const { name, kind, required, maxLength, when, sensitive } = field;
    const secret = isSecret(kind);
    const value = secret ? undefined : (values[name] ?? field.initial);
    return {
      name,
      kind,
      required,
      label: field.label[locale],
      ...(field.hint ? { hint: field.hint[locale] } : {}),
      ...(field.options
        ? { options: field.options.map((option) => ({ value: option.value, label: option.label[locale] })) }
        : {}),
      ...(maxLength === undefined ? {} : { maxLength }),
      ...(when ? { when } : {}),
      ...(sensitive ? { sensitive } : {}),
      ...(value === undefined ? {} : { value }),
      ...(secret && values[name] ? { stored: true } : {}),
    };
  });
}

export function isSecret(kind: FieldKind): boolean {
  return kind === "secret" || kind === "secret_text" || kind === "secret_file";
}

/**
 * Which fields are asked, given the values so far. A field is asked when the one it depends on is asked too and has
 * one of the named values.
 */
export function askedFields(
  fields: readonly FieldDescription[],
  values: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  const byName = new Map(fields.map((field) => [field.name, field]));
  const isAsked = (field: FieldDescription, seen: readonly string[]): boolean => {
    if (!field.when || seen.includes(field.name)) return true;
    const other = byName.get(field.when.field);
    const fits = field.when.is.includes(values[field.when.field] ?? "");
    return fits && (other === undefined || isAsked(other, [...seen, field.name]));
  };
  return new Set(fields.filter((field) => isAsked(field, [])).map((field) => field.name));
}
