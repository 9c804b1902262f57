const MASK = "••••";

function masked(value: unknown): unknown {
  const text = String(value);
  return text.length > 4 ? `${MASK}${text.slice(-4)}` : MASK;
}

function walk(value: unknown, names: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one) => walk(one, names));
  if (typeof value === "string" && /^\s*[[{]/.test(value)) return scrubEmbedded(value, names);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      names.has(name.toLowerCase()) && inner !== null && typeof inner !== "object"
        ? masked(inner)
        : walk(inner, names),
    ]),
  );
}

/** JSON inside a string of JSON, as some events carry it. */
function scrubEmbedded(text: string, names: ReadonlySet<string>): string {
  try {
    return JSON.stringify(walk(JSON.parse(text), names));
  } catch {
    return scrubText(text);
  }
}

/** Long runs of digits and IBANs in text that is neither JSON nor a form: their last four stay. */
function scrubText(text: string): string {
  return text
    .replace(/\b[A-Z]{2}\d{2}[A-Z0-9]{10,30}\b/g, (found) => `${MASK}${found.slice(-4)}`)
    .replace(/\b\d{6}-?\d{4}\b/g, (found) => `${MASK}${found.slice(-4)}`);
}

/** A body as it may be stored: values of sensitive names masked, in JSON and in forms; else by their look. */
export function scrubBody(body: string, sensitiveNames: readonly string[]): string {
  const names = new Set(sensitiveNames.map((name) => name.toLowerCase()));
  try {
    const parsed: unknown = JSON.parse(body);
    if (parsed !== null && typeof parsed === "object") return JSON.stringify(walk(parsed, names));
  } catch {
    // Not JSON: a form, or something else.
  }
  if (/^[^\s=&]+=[^&]*(&[^\s=&]+=[^&]*)*$/.test(body)) {
    const form = new URLSearchParams(body);
    for (const [name, value] of [...form])
      if (names.has(name.toLowerCase())) form.set(name, String(masked(value)));
    return form.toString();
  }
  return scrubText(body);
}

const secretHeaders = new Set(["authorization", "proxy-authorization", "cookie", "set-cookie", "signature"]);

export function scrubHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      secretHeaders.has(name.toLowerCase()) ? "removed" : value,
    ]),
  );
}

/** An address without what must not be kept: its query's sensitive values. */
export function scrubUrl(url: string, sensitiveNames: readonly string[]): string {
  if (!URL.canParse(url)) return "";
  const parsed = new URL(url);
  const names = new Set(sensitiveNames.map((name) => name.toLowerCase()));
  for (const [name, value] of [...parsed.searchParams])
    if (names.has(name.toLowerCase())) parsed.searchParams.set(name, String(masked(value)));
  return parsed.toString();
}
