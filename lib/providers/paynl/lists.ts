import type { Line } from "@/lib/providers/contract";
import { type Listed, readList } from "@/lib/providers/paynl/client";
import type { Debit, Mandate } from "@/lib/providers/paynl/map";
import { debitsPath, mandatesPath } from "@/lib/providers/paynl/prepare";
import type { PaynlSettings } from "@/lib/providers/paynl/settings";
import { readDebit, readMandate } from "@/lib/providers/paynl/wire";

/**
 * All debits of a mandate. The filter is seen in others' code only, so what came is filtered once more; a debit that does
 * not name its mandate could be anybody's and makes its page unreadable.
 */
export async function listDebits(line: Line, settings: PaynlSettings, code: string): Promise<Listed<Debit>> {
  const listed = await readList<Debit>(line, {
    path: debitsPath(settings),
    query: { "mandate[eq]": code },
    arrayName: settings.debitsArray,
    pageSize: settings.pageSize,
    maxPages: settings.maxPages,
    read: (value) => {
      const debit = readDebit(value);
      return debit?.mandate?.code ? debit : null;
    },
    idOf: (debit) => debit.id,
  });
  const ofMandate = (debit: Debit) => debit.mandate?.code === code;
  return {
    ...listed,
    pages: listed.pages.map((page) => ({ ...page, items: page.items.filter(ofMandate) })),
  };
}

export function listMandates(line: Line, settings: PaynlSettings): Promise<Listed<Mandate>> {
  return readList<Mandate>(line, {
    path: mandatesPath(settings),
    query: {},
    arrayName: settings.mandatesArray,
    pageSize: settings.pageSize,
    maxPages: settings.maxPages,
    read: readMandate,
    idOf: (mandate) => mandate.code,
  });
}
