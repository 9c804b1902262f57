import type { getTranslations } from "next-intl/server";
import { agreementMarks } from "@/app/(desk)/_shared/agreement-marks";
import { agreementNumbers } from "@/app/(desk)/_shared/agreement-numbers";
import type { ConnectionView } from "@/app/(desk)/connections/[id]/load";
import type { Column } from "@/components/data-table/column";
import { StateWord } from "@/components/ui/state-word";
import { TestFlag } from "@/components/ui/test-flag";
import { isOpen } from "@/lib/connections/submissions";
import type { Agreement } from "@/lib/mandates/agreement-view";

export interface AgreementWords {
  t: Awaited<ReturnType<typeof getTranslations<"connections.agreements">>>;
  states: Awaited<ReturnType<typeof getTranslations<"deadlines.depends.agreementState">>>;
  sending: Awaited<ReturnType<typeof getTranslations<"states.submission">>>;
}

/** Name, scheme, numbers, the provider's own name for it, and its state or that it is being sent. */
export function agreementColumns(
  { provider, reader, submissions }: ConnectionView,
  { t, states, sending }: AgreementWords,
): Column<Agreement>[] {
  const { locale } = reader;
  return [
    {
      key: "name",
      header: t("name"),
      names: true,
      cell: (row) => (
        <>
          {row.name} {row.test ? <TestFlag /> : null}
        </>
      ),
    },
    {
      key: "scheme",
      header: t("scheme"),
      muted: true,
      hide: "medium",
      cell: (row) => provider.schemes.find((one) => one.code === row.scheme)?.label[locale] ?? row.scheme,
    },
    {
      key: "numbers",
      header: t("numbers"),
      hide: "narrow",
      cell: (row) => (
        <span className="whitespace-normal">
          {agreementNumbers(provider, row.values, locale)
            .map(({ label, value }) => `${label} ${value}`)
            .join(" · ")}
        </span>
      ),
    },
    {
      key: "id",
      header: t("providerId"),
      muted: true,
      hide: "medium",
      cell: (row) => row.providerId && <span className="mono">{row.providerId}</span>,
    },
    {
      key: "state",
      header: t("state"),
      cell: (row) => {
        const latest = submissions.find((one) => one.subjectId === row.id);
        if (!latest || !isOpen(latest))
          return <StateWord mark={agreementMarks[row.state]}>{states(row.state)}</StateWord>;
        const underway = latest.state === "unknown" ? "unknown" : "sending";
        return <StateWord mark={underway}>{sending(underway)}</StateWord>;
      },
    },
  ];
}
