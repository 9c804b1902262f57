import type { Intent, Line, LookUp, MandateRef, Prepared, Reading } from "@/lib/providers/contract";
import { type Search, search } from "@/lib/providers/mastercard-bs/client";
import { evidenceOf } from "@/lib/providers/mastercard-bs/map";
import { readSettings } from "@/lib/providers/mastercard-bs/settings";

const sameKey = (uuid: string): string => uuid.trim().toLowerCase();

/**
 * What a search says about the mandates asked for. They are absent only when the answer could be read to its last entry
 * and held nothing but an answer to our question: absence is what a repeat of a request rests on.
 */
function readingOf(
  found: Search,
  asked: ReadonlyMap<string, MandateRef>,
  notFoundIsAbsent: boolean,
): Reading {
  const { exchange, answer } = found;
  if (answer === null) {
    const missing =
      notFoundIsAbsent &&
      asked.size === 1 &&
      exchange.result.kind === "answered" &&
      exchange.result.status === 404;
    return { exchange, outcome: missing ? "absent" : "unreadable", evidence: [] };
  }
  const evidence = answer.records.flatMap((record) => {
    const ref = asked.get(sameKey(record.uuid));
    return ref === undefined ? [] : [evidenceOf(record, ref)];
  });
  if (evidence.length > 0) return { exchange, outcome: "read", evidence };
  const nothingElse = answer.unread === 0 && answer.records.length === 0;
  return { exchange, outcome: nothingElse ? "absent" : "unreadable", evidence: [] };
}

/** Searches for the request's own id. */
export async function lookUp(line: Line, intent: Intent, prepared: Prepared): Promise<LookUp> {
  const ref: MandateRef = {
    key: prepared.key,
    ...("mandateId" in intent ? { ourId: intent.mandateId } : {}),
  };
  const asked = new Map([[sameKey(prepared.key), ref]]);
  const reading = readingOf(
    await search(line, [prepared.key]),
    asked,
    readSettings(line.settings).notFoundIsAbsent,
  );
  return { readings: [reading], verdict: reading.outcome === "read" ? "present" : reading.outcome };
}

/** Statuses after which the next batch would fare no better. */
const hopeless: ReadonlySet<number> = new Set([401, 403, 429]);

function endsReading({ exchange }: Reading): boolean {
  const { result } = exchange;
  return result.kind !== "answered" || hopeless.has(result.status);
}

/**
 * Reads the latest status of these mandates by the keys of their requests, in batches one after another. Requests
 * without a key cannot be asked for. Stops early when line or credential is the trouble.
 */
export async function readMandates(line: Line, refs: readonly MandateRef[]): Promise<readonly Reading[]> {
  const { searchBatch, notFoundIsAbsent } = readSettings(line.settings);
  const byKey = new Map<string, { key: string; ref: MandateRef }>();
  for (const ref of refs) if (ref.key) byKey.set(sameKey(ref.key), { key: ref.key, ref });
  const all = [...byKey];
  const readings: Reading[] = [];
  for (let at = 0; at < all.length; at += searchBatch) {
    const batch = all.slice(at, at + searchBatch);
    const asked = new Map(batch.map(([same, { ref }]) => [same, ref]));
    const found = await search(
      line,
      batch.map(([, { key }]) => key),
    );
    const reading = readingOf(found, asked, notFoundIsAbsent);
    readings.push(reading);
    if (endsReading(reading)) break;
  }
  return readings;
}
