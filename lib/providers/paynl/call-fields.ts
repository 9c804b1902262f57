import type { Incoming } from "@/lib/providers/contract";
import { readJson } from "@/lib/providers/paynl/wire";

/** Names and values of an exchange call; of a name given twice the last value counts. */
export type CallFields = ReadonlyMap<string, string>;

export interface CallBody {
  /** `none` when the call has nothing to read. */
  form: "query" | "form" | "multipart" | "json" | "none";
  fields: CallFields;
}

/** More than this many parts or fields is nobody's exchange call. */
const MAX_FIELDS = 200;

/** Forms write a field one level down as `status[code]`. */
const nested = /^([A-Za-z_]+)\[([A-Za-z_]+)\]$/;

function add(fields: Map<string, string>, given: string, value: unknown): void {
  const name = given.replace(nested, "$1.$2");
  if (fields.size >= MAX_FIELDS || name.length > 100) return;
  if (typeof value === "string") fields.set(name, value.slice(0, 1_000));
  else if (typeof value === "number" || typeof value === "boolean") fields.set(name, String(value));
}

function fromParams(pairs: Iterable<readonly [string, string]>): CallFields {
  const fields = new Map<string, string>();
  for (const [name, value] of pairs) add(fields, name, value);
  return fields;
}

/** The flat fields of a JSON object; one level further down they are named `status.code`. */
function fromJson(value: unknown): CallFields {
  const fields = new Map<string, string>();
  if (typeof value !== "object" || value === null || Array.isArray(value)) return fields;
  for (const [name, inner] of Object.entries(value)) {
    add(fields, name, inner);
    if (typeof inner === "object" && inner !== null && !Array.isArray(inner))
      for (const [under, leaf] of Object.entries(inner)) add(fields, `${name}.${under}`, leaf);
  }
  return fields;
}

/** The plain fields of a multipart body; files are no part of an exchange call and are skipped. */
function fromMultipart(text: string, contentType: string): CallFields {
  const fields = new Map<string, string>();
  const boundary = /boundary=(?:"([^"]{1,200})"|([^\s;]{1,200}))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (!mark) return fields;
  for (const part of text.split(`--${mark}`, MAX_FIELDS + 2).slice(1)) {
    const end = part.search(/\r?\n\r?\n/);
    if (end < 0) continue;
    const head = part.slice(0, end);
    const name = /\bname="([^"]{1,100})"/i.exec(head)?.[1];
    if (name === undefined || /\bfilename=/i.test(head)) continue;
    add(
      fields,
      name,
      part
        .slice(end)
        .replace(/^\r?\n\r?\n/, "")
        .replace(/\r?\n$/, ""),
    );
  }
  return fields;
}

/**
 * Reads an exchange call in any of PAY.'s delivery methods: GET, form, multipart and JSON
 * (https://developer.pay.nl/docs/handling-the-exchange-calls). The content type is a hint only: a body that looks like an
 * object is tried as JSON. Bytes that are no UTF-8 become replacement characters. Never throws.
 */
export function readCall(incoming: Incoming, contentType: string): CallBody {
  if (incoming.body.length === 0) {
    const fields = fromParams(Object.entries(incoming.query));
    return { form: fields.size > 0 ? "query" : "none", fields };
  }
  const text = new TextDecoder("utf-8").decode(incoming.body);
  if (/multipart\/form-data/i.test(contentType))
    return { form: "multipart", fields: fromMultipart(text, contentType) };
  if (/json/i.test(contentType) || /^\s*[{[]/.test(text))
    return { form: "json", fields: fromJson(readJson(text)) };
  return { form: "form", fields: fromParams(new URLSearchParams(text)) };
}
