import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { RunPage } from "@/app/(desk)/runs/[id]/load";
import { bucketMarks } from "@/app/(desk)/runs/run-marks";
import { TableKeys } from "@/components/data-table/table-keys";
import { Section } from "@/components/layout/section";
import { Anchor } from "@/components/ui/anchor";
import { StateWord } from "@/components/ui/state-word";
import { formatNumber } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import { routes } from "@/lib/routes";
import { type Bucket, buckets, holds } from "@/lib/runs/progress";

/** Exact counts of where the rows are, each with the way to the payments behind it. */
export async function RunProgress({ page, reader }: { page: RunPage; reader: Reader }) {
  const t = await getTranslations("runs.progress");
  const { of, total } = page.progress;
  return (
    <Section title={t("title")} note={t("of", { total })}>
      <table className="ledger" data-rows aria-label={t("title")}>
        <thead>
          <tr>
            <th scope="col">{t("place")}</th>
            <th scope="col" className="cell-right">
              {t("count")}
            </th>
            <th scope="col">{t("means")}</th>
          </tr>
        </thead>
        <tbody>
          {buckets.map((bucket) => (
            <tr key={bucket} data-bucket={bucket}>
              <th scope="row">
                <Drill page={page} bucket={bucket}>
                  <StateWord mark={bucketMarks[bucket]}>{t(bucket)}</StateWord>
                </Drill>
              </th>
              <td className="cell-right">
                <b>{formatNumber(of[bucket], reader.locale)}</b>
              </td>
              <td className="cell-muted">
                <Means page={page} bucket={bucket} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <TableKeys />
    </Section>
  );
}

/** What of the payments' list a count is; rows that were not issued have no payments yet. */
const drills: Partial<Record<Bucket, Record<string, string>>> = {
  sending: { sending: "sending" },
  accepted: { state: "accepted" },
  refused: { state: "rejected" },
  unknown: { sending: "unknown" },
  held: { sending: "sending" },
  cancelled: { state: "cancelled" },
};

function Drill({ page, bucket, children }: { page: RunPage; bucket: Bucket; children: ReactNode }) {
  const filter = drills[bucket];
  if (!filter || page.progress.of[bucket] === 0) return children;
  const query = new URLSearchParams({ run: page.run.id, ...filter });
  return (
    <Anchor href={`${routes.payments()}?${query}`} className="row-link">
      {children}
    </Anchor>
  );
}

async function Means({ page, bucket }: { page: RunPage; bucket: Bucket }) {
  const t = await getTranslations("runs.progress");
  const { held } = page.progress;
  const says = t(`says.${bucket}`);
  if (bucket === "held") {
    const why = holds
      .filter((hold) => held[hold] > 0)
      .map((hold) => t(`holds.${hold}`, { count: String(held[hold]) }));
    return why.length > 0 ? why.join(", ") : says;
  }
  if (bucket !== "refused" || page.refusedHere === 0) return says;
  return `${says}; ${t("refusedHere", { count: page.refusedHere })}`;
}
