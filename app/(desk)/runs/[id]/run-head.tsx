import { getTranslations } from "next-intl/server";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import type { RunPage } from "@/app/(desk)/runs/[id]/load";
import { sumsText } from "@/app/(desk)/runs/[id]/sums-text";
import { runMarks } from "@/app/(desk)/runs/run-marks";
import { RecordHead } from "@/components/record/record-head";
import { formatInstant, formatNumber } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import { routes } from "@/lib/routes";

/** How a run opens: with what is true of it. */
export async function RunHead({ page, reader }: { page: RunPage; reader: Reader }) {
  const { run, progress, plan, firstCutoff } = page;
  const t = await getTranslations("runs");
  const sent = plan.filter((part) => part.group !== "excluded");
  const sums = sumsText(sent, reader.locale);
  return (
    <RecordHead
      crumbs={[{ label: t("title"), href: routes.runs() }, { label: run.name }]}
      mark={runMarks[run.state]}
      sentence={await sentenceOf(page, reader)}
      lead={t(`leads.${run.state}`)}
      facts={[
        {
          label: t("facts.prepared"),
          value: t("facts.when", { name: run.preparedByName, at: clockOrDay(run.createdAt, reader) }),
        },
        {
          label: t("facts.rows"),
          value: `${formatNumber(progress.total, reader.locale)} · ${t(run.test ? "facts.test" : "facts.live")} · ${sums}`,
        },
        {
          label: t("facts.cutoff"),
          value: firstCutoff ? formatInstant(firstCutoff, reader.locale, reader.zone) : t("facts.noCutoff"),
        },
      ]}
    />
  );
}

async function sentenceOf({ run, progress }: RunPage, reader: Reader): Promise<string> {
  const t = await getTranslations("runs.sentences");
  const { total, of } = progress;
  const number = (value: number) => formatNumber(value, reader.locale);
  switch (run.state) {
    case "draft":
    case "frozen":
      return t(run.state, { count: of.to_issue });
    case "approved":
      return t(run.sentAt ? "approvedMore" : "approved", { name: run.approvedByName ?? "" });
    case "sending":
      return t("sending", {
        done: number(total - of.to_issue - of.sending - of.unknown),
        total: number(total),
      });
    case "stopped":
      if (run.stopReason === "held") return t("stoppedHeld", { held: of.held });
      return t("stopped", { name: run.stoppedByName ?? "", held: number(of.held + of.to_issue) });
    case "done":
      return t("done", { total });
    case "discarded":
      return t("discarded");
  }
}
