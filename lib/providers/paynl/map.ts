import type { PaymentEvidence, Reason } from "@/lib/providers/contract";
import { ruleOf } from "@/lib/providers/paynl/codes";
import { dayFrom, instantOf } from "@/lib/providers/paynl/days";
import { type MandateMark, namesMandate } from "@/lib/providers/paynl/references";
import type { PaynlSettings } from "@/lib/providers/paynl/settings";
import type { WireDebit, WireMandate } from "@/lib/providers/paynl/wire";

export type Mandate = WireMandate & { code: string };
export type Debit = WireDebit & { id: string };

/** Why a debit failed: PAY.'s decline code and name, or its status when it says no more. */
function reasonOf(debit: Debit): Reason {
  const { decline, status } = debit;
  if (decline?.code) return { code: decline.code, text: decline.name ?? decline.reason };
  const words = decline?.name ?? decline?.reason ?? status?.phase ?? null;
  return { code: status?.code ?? "declined", text: words };
}

/** What a debit says, in our words. `mark` tells a debit of PAY.'s own making from one that we asked for. */
export function debitEvidence(
  debit: Debit,
  settings: Pick<PaynlSettings, "settledDayFrom">,
  mark: MandateMark = { ourId: null, reference: debit.mandate?.reference ?? null },
): PaymentEvidence {
  const code = debit.status?.code ?? null;
  const rule = ruleOf(code, debit.declined);
  const extra = debit.stats?.extra1 ?? "";
  const madeByProvider = extra === "" || namesMandate(extra, mark);
  const mandateProviderId = debit.mandate?.code ?? null;
  const changed = dayFrom(debit.modifiedAt);
  const planned = dayFrom(debit.processDate);
  const settled = settings.settledDayFrom === "modified_at" ? (changed ?? planned) : (planned ?? changed);
  return {
    about: "payment",
    ref: {
      providerId: debit.id,
      ...(madeByProvider ? {} : { reference: extra }),
      ...(mandateProviderId === null ? {} : { mandateProviderId }),
    },
    word: code ?? "",
    rule: rule?.rule ?? "paynl.debit.unknown",
    state: rule?.state ?? null,
    at: (rule?.failed ? instantOf(debit.decline?.date ?? null) : null) ?? instantOf(debit.modifiedAt),
    reason: rule?.failed ? reasonOf(debit) : null,
    providerId: debit.id,
    amountMinor: debit.amount?.value ?? null,
    currency: debit.amount?.currency ?? null,
    planned,
    scheduledOn: rule?.sent ? changed : null,
    settledOn: rule?.collected ? settled : null,
    test: null,
    madeByProvider,
  };
}
