import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { moment } from "@/app/(desk)/_shared/moment";
import { noteItems } from "@/app/(desk)/_shared/note-items";
import { RecordSection } from "@/app/(desk)/_shared/record-section";
import { pastItem } from "@/app/(desk)/_shared/timeline-items";
import type { DebtorView } from "@/app/(desk)/debtors/[id]/load";
import { Timeline, type TimelineItem } from "@/components/record/timeline";
import { Anchor } from "@/components/ui/anchor";
import { providerOf } from "@/lib/connections/open-line";
import type { Ctx } from "@/lib/context";
import { debtorHistory } from "@/lib/debtors/history";
import type { MandateRow } from "@/lib/mandates/columns";
import { notesOn } from "@/lib/notes/list";
import { listPayments } from "@/lib/payments/list";
import { storyEntries } from "@/lib/records/entries";
import { recordStory } from "@/lib/records/story";
import { routes } from "@/lib/routes";

const PAYMENTS_LOOKED_AT = 100;
const MANDATES_TOLD = 5;

/**
 * What was done to the debtor's own record, every note on it, its mandates and its payments, and how its mandates
 * moved, with the message and the rule that read it; newest first.
 */
export async function DebtorTimeline({ ctx, view }: { ctx: Ctx; view: DebtorView }) {
  const { debtor, mandates, reader } = view;
  const [t, moved, history, payments] = await Promise.all([
    getTranslations("debtors.record.history"),
    movesOf(ctx, view),
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
  const items = [...notes, ...moved, ...done].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  if (items.length === 0) return null;
  return (
    <RecordSection title={t("title")}>
      <Timeline items={items} label={t("title")} />
    </RecordSection>
  );
}

/** How the newest mandates moved; each line leads to its mandate. */
async function movesOf(ctx: Ctx, { mandates, reader }: DebtorView): Promise<TimelineItem[]> {
  const words = await getTranslations("record");
  const stories = await Promise.all(
    mandates.slice(0, MANDATES_TOLD).map(async ({ mandate }) => {
      const provider = providerOf(ctx, mandate);
      const names = [mandate.providerId, mandate.requestKey, mandate.mandateNumber];
      const telling = {
        noun: "mandate",
        provider,
        reader,
        words,
        names: names.filter((name) => name !== null),
      } as const;
      const story = await recordStory(ctx, { noun: "mandate", id: mandate.id });
      return storyEntries(story)
        .filter((entry) => entry.kind === "move")
        .map((entry) => pastItem(entry, telling))
        .map((item) => ({ ...item, sentence: onMandate(item.sentence, mandate, provider.label) }));
    }),
  );
  return stories.flat();
}

/** The line with a link to the mandate that it is about. */
const onMandate = (sentence: ReactNode, { id, mandateNumber }: MandateRow, provider: string): ReactNode => (
  <>
    {sentence} <Anchor href={routes.mandate(id)}>{mandateNumber ?? provider}</Anchor>
  </>
);

const named = ["name", "email", "phone", "language"] as const;
const isNamed = (name: string): name is (typeof named)[number] => named.some((one) => one === name);
