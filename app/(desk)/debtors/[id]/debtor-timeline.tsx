import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { moment } from "@/app/(desk)/_shared/moment";
import { noteItems } from "@/app/(desk)/_shared/note-items";
import { RecordSection } from "@/app/(desk)/_shared/record-section";
import type { DebtorView } from "@/app/(desk)/debtors/[id]/load";
import { Timeline, type TimelineItem } from "@/components/record/timeline";
import type { Ctx } from "@/lib/context";
import { debtorHistory } from "@/lib/debtors/history";
import { notesOn } from "@/lib/notes/list";
import { listPayments } from "@/lib/payments/list";

const PAYMENTS_LOOKED_AT = 100;

/** What was done to the debtor's own record, and every note on it, its mandates and its payments; newest first. */
export async function DebtorTimeline({ ctx, view }: { ctx: Ctx; view: DebtorView }) {
  const { debtor, mandates, reader } = view;
  const [t, history, payments] = await Promise.all([
    getTranslations("debtors.record.history"),
    debtorHistory(ctx, debtor.id),
    listPayments(ctx, { debtorId: debtor.id }, { limit: PAYMENTS_LOOKED_AT }),
  ]);
  const of = [debtor.id, ...mandates.map((one) => one.mandate.id), ...payments.rows.map((one) => one.id)];
  const notes = await noteItems(await notesOn(ctx, of), reader, debtor.id);
  const done = history.map(({ id, at, by, what, changed }): TimelineItem => {
    const fields = changed.flatMap((name) => (isNamed(name) ? [t(`fields.${name}`)] : []));
    return {
      key: id,
      ...moment(at, reader),
      when: "past",
      mark: "draft",
      sentence: t.rich(what, {
        name: by,
        fields: new Intl.ListFormat(reader.locale).format(fields),
        b: (chunks: ReactNode) => <b>{chunks}</b>,
      }),
    };
  });
  const items = [...notes, ...done].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  if (items.length === 0) return null;
  return (
    <RecordSection title={t("title")}>
      <Timeline items={items} label={t("title")} />
    </RecordSection>
  );
}

const named = ["name", "email", "phone", "language"] as const;
const isNamed = (name: string): name is (typeof named)[number] => named.some((one) => one === name);
