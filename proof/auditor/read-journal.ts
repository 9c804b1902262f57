import { z } from "zod";
import type { JournalEntry } from "@/simulators/kit/journal";
import type { ProviderEffect, ProviderRows, ProviderWrite } from "./rows";

const body = z.object({
  reference: z.string().nullish(),
  uuid: z.string().optional(),
  stats: z.object({ extra1: z.string() }).optional(),
  amount: z.union([z.number(), z.object({ value: z.number(), currency: z.string() })]).optional(),
  currency: z.string().optional(),
});

/** The simulators' words for what they did; what is not here (customers, addresses, agreements) is no money. */
const kinds: Record<string, ProviderEffect["kind"]> = {
  "payment.created": "debit.created",
  "payment.cancelled": "debit.cancelled",
  "debit.created": "debit.created",
  "mandate.created": "mandate.created",
  "mandate.deleted": "mandate.ended",
};

/** A search is posted too, and changes nothing. */
const isWrite = (entry: JournalEntry) => entry.method !== "GET" && !entry.path.endsWith("/searches");

function effectsOf(provider: string, entry: JournalEntry): ProviderEffect[] {
  const asked = entry.request === "" ? {} : body.parse(JSON.parse(entry.request));
  const amount =
    typeof asked.amount === "object" ? asked.amount : { value: asked.amount, currency: asked.currency };
  const ours = asked.stats?.extra1 ?? asked.uuid ?? asked.reference ?? null;
  return (entry.effect ?? "").split("\n").flatMap((line): ProviderEffect[] => {
    const [word = "", id = ""] = line.split(" ");
    const kind = kinds[word];
    if (!kind) return [];
    const made = kind.endsWith(".created");
    return [
      {
        provider,
        at: new Date(entry.at),
        kind,
        id,
        ours: made ? ours : null,
        amountMinor: amount.value ?? null,
        currency: amount.currency ?? null,
      },
    ];
  });
}

/** What the providers' own journals say, in the auditor's words. */
export function readJournals(journals: Readonly<Record<string, readonly JournalEntry[]>>): ProviderRows {
  const writes: ProviderWrite[] = [];
  const effects: ProviderEffect[] = [];
  for (const [provider, journal] of Object.entries(journals))
    for (const entry of journal) {
      if (!isWrite(entry)) continue;
      const { method, path, request } = entry;
      const key = entry.headers["idempotency-key"] ?? null;
      writes.push({ provider, at: new Date(entry.at), method, path, body: request, key });
      effects.push(...effectsOf(provider, entry));
    }
  return { writes, effects };
}
