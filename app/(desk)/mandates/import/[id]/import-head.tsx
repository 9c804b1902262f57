import { getTranslations } from "next-intl/server";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import type { ImportPage } from "@/app/(desk)/mandates/import/[id]/load";
import { importMarks } from "@/app/(desk)/mandates/import/import-marks";
import { fileProblemText } from "@/app/(desk)/mandates/import/problem-words";
import { Banner } from "@/components/feedback/banner";
import { RecordHead } from "@/components/record/record-head";
import { Anchor } from "@/components/ui/anchor";
import { formatNumber } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import { readyRows } from "@/lib/imports/door";
import { KEEP_CELLS_DAYS } from "@/lib/imports/limits";
import { routes } from "@/lib/routes";

/** So much of a hash tells one file from another. */
const HASH_SHOWN = 12;

/** How an import opens: with what is true of it. */
export async function ImportHead({ page, reader }: { page: ImportPage; reader: Reader }) {
  const { of, offer } = page;
  const [t, mandates] = await Promise.all([getTranslations("imports"), getTranslations("mandates")]);
  const lead = of.state === "done" ? t("leads.done", { days: String(KEEP_CELLS_DAYS) }) : await leadOf(page);
  return (
    <>
      <SameFile page={page} reader={reader} />
      <FileTrouble page={page} />
      <RecordHead
        crumbs={[
          { label: mandates("title"), href: routes.mandates() },
          { label: t("title"), href: routes.imports() },
          { label: of.fileName },
        ]}
        mark={importMarks[of.state]}
        sentence={await sentenceOf(page, reader)}
        lead={lead}
        facts={[
          {
            label: t("facts.by"),
            value: t("facts.when", { name: of.preparedByName, at: clockOrDay(of.createdAt, reader) }),
          },
          {
            label: t("facts.agreement"),
            value: offer ? `${offer.provider.label} · ${offer.agreement.name}` : t("facts.noAgreement"),
          },
          {
            label: t("facts.file"),
            value: t("facts.fileSays", {
              kilobytes: formatNumber(Math.ceil(of.fileBytes / 1_000), reader.locale),
              hash: of.fileHash.slice(0, HASH_SHOWN),
            }),
          },
        ]}
      />
    </>
  );
}

async function leadOf({ of }: ImportPage): Promise<string> {
  const t = await getTranslations("imports.leads");
  return of.state === "uploading" || of.state === "done" ? "" : t(of.state);
}

async function SameFile({ page, reader }: { page: ImportPage; reader: Reader }) {
  const { same } = page;
  if (!same) return null;
  const t = await getTranslations("imports");
  return (
    <Banner
      tone="warn"
      title={t("same.title")}
      action={<Anchor href={routes.import(same.id)}>{t("same.show")}</Anchor>}
    >
      {t("same.says", {
        name: same.preparedByName,
        at: clockOrDay(same.createdAt, reader),
        state: t(`states.${same.state}`),
      })}
    </Banner>
  );
}

async function FileTrouble({ page: { of } }: { page: ImportPage }) {
  const says = await fileProblemText(of.problem, of.problemParams);
  if (!says) return null;
  const t = await getTranslations("importColumns.reading");
  return (
    <Banner tone="no" title={t("cannot")}>
      {says}
    </Banner>
  );
}

async function sentenceOf({ of }: ImportPage, reader: Reader): Promise<string> {
  const t = await getTranslations("imports.sentences");
  const ready = readyRows(of);
  const { made } = of;
  switch (of.state) {
    case "checking":
      return t("checking", { rows: of.lastRow });
    case "checked":
      return t("checked", { ready, bad: of.bad });
    case "frozen":
      return t("frozen", { ready });
    case "approved":
      return t("approved", { name: of.approvedByName ?? "" });
    case "committing":
      return t("committing", {
        made: formatNumber(made, reader.locale),
        total: formatNumber(made + ready, reader.locale),
      });
    case "stopped":
      if (of.stopReason === "rights") return t("restRights");
      if (of.stopReason === "fault") return t("restFault");
      if (of.stopReason === "agreement") return t("restAgreement");
      return t("stopped", { name: of.stoppedByName ?? "", made, ready });
    case "done":
      return t("done", { made });
    case "read":
      return t("read");
    case "discarded":
      return t("discarded");
    default:
      return t("uploaded");
  }
}
