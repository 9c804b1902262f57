import { getTranslations } from "next-intl/server";
import { sumsOf } from "@/app/(desk)/_bulk/words";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import { hrefWith, type ListAddress } from "@/components/data-table/address";
import { RecordHead } from "@/components/record/record-head";
import type { MarkName } from "@/components/ui/marks";
import type { BulkView } from "@/lib/bulk/get";
import { countIn } from "@/lib/bulk/progress";
import type { BulkState } from "@/lib/bulk/states";
import type { Ctx } from "@/lib/context";
import { formatNumber } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";

export interface BulkProps {
  ctx: Ctx;
  view: BulkView;
  reader: Reader;
}

const marks: Readonly<Record<BulkState, MarkName>> = {
  open: "waits",
  going: "sending",
  stopped: "suspended",
  done: "final",
};

/** How it opens: with the question, or with how far it is. */
export async function BulkHead({
  view,
  reader,
  noun,
  list,
}: BulkProps & { noun: "payment" | "mandate"; list: ListAddress }) {
  const { bulk, parts } = view;
  const [t, nav, states] = await Promise.all([
    getTranslations("bulk"),
    getTranslations("nav.places"),
    getTranslations("states"),
  ]);
  const { locale } = reader;
  const before = bulk.state === "open";
  const planned = countIn(parts, "planned");
  const chosen = countIn(parts, "planned", "left_out", "done", "refused");
  const sums = sumsOf(
    parts.filter((part) => part.state === (before ? "planned" : "done")),
    locale,
    states("testMark"),
  );
  return (
    <RecordHead
      crumbs={[
        { label: nav(noun === "payment" ? "payments" : "mandates"), href: hrefWith(list, {}) },
        { label: t(`title.${bulk.verb}`) },
      ]}
      mark={before && planned === 0 ? "ended" : marks[bulk.state]}
      sentence={before ? t(`ask.${bulk.verb}`, { count: planned }) : await sentenceOf(view, reader)}
      lead={t(`lead.${leadOf(view)}`)}
      facts={[
        { label: t("facts.chosen"), value: t("facts.rows", { count: chosen }) },
        {
          label: t(before ? "facts.sum" : "facts.sumDone"),
          value: sums || t("facts.rows", { count: before ? planned : countIn(parts, "done") }),
        },
        { label: t("facts.looked"), value: clockOrDay(bulk.createdAt, reader) },
      ]}
    />
  );
}

async function sentenceOf({ bulk, parts }: BulkView, { locale }: Reader): Promise<string> {
  const t = await getTranslations("bulk.sentence");
  const number = (count: number) => formatNumber(count, locale);
  return t(bulk.state === "open" ? "stopped" : bulk.state, {
    done: number(countIn(parts, "done")),
    total: number(countIn(parts, "planned", "done", "refused")),
    refused: number(countIn(parts, "refused")),
  });
}

function leadOf({ bulk, parts }: BulkView) {
  if (bulk.state === "open") return countIn(parts, "planned") > 0 ? "open" : "nothing";
  if (bulk.state === "stopped") return bulk.stopReason === "rights" ? "rights" : "person";
  return bulk.state;
}
