import { getTranslations } from "next-intl/server";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import type { RunPage } from "@/app/(desk)/runs/[id]/load";
import { Section } from "@/components/layout/section";
import { StateWord } from "@/components/ui/state-word";
import { formatInstant } from "@/lib/i18n/format";
import type { Reader } from "@/lib/i18n/writer";
import type { Check } from "@/lib/runs/states";

/** What was looked at before it may send: each thing with what was found, and what to do when it is wrong. */
export async function RunChecks({ page, reader }: { page: RunPage; reader: Reader }) {
  const t = await getTranslations("runPlan.checks");
  const { checks, checkedAt, state } = page.run;
  if (!checkedAt && state !== "approved") return null;
  const several = new Set(checks.map((check) => check.connectionId)).size > 1;
  const rows = await Promise.all(checks.map(async (check) => ({ check, says: await saysOf(check, reader) })));
  return (
    <Section
      title={t("title")}
      note={checkedAt ? t("at", { at: clockOrDay(checkedAt, reader) }) : t("never")}
    >
      {rows.length > 0 ? (
        <table className="ledger" aria-label={t("title")}>
          <tbody>
            {rows.map(({ check, says }) => (
              <tr key={`${check.connectionId} ${check.code}`} data-check={check.code}>
                <th scope="row">
                  <StateWord mark={check.ok ? "final" : "failed"}>{t(`labels.${check.code}`)}</StateWord>
                </th>
                {several ? <td className="cell-muted">{check.connection}</td> : null}
                <td>{says}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Section>
  );
}

/** Which sentence it is stands in the row; one that this version does not have is shown by its name. */
async function saysOf({ code, says, params }: Check, { locale, zone }: Reader): Promise<string> {
  const t = await getTranslations("runPlan.checks");
  // The cast names one of the sentences; all of them take their arguments from the same record.
  const key = `${code}.${says}` as "clock.good";
  if (!t.has(key)) return says;
  const at =
    typeof params.at === "string" && params.at !== ""
      ? { at: formatInstant(new Date(params.at), locale, zone) }
      : {};
  return t(key, { seconds: "", ...params, ...at });
}
