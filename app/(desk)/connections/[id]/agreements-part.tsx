import { getTranslations } from "next-intl/server";
import { agreementMarks } from "@/app/(desk)/_shared/agreement-marks";
import { agreementNumbers } from "@/app/(desk)/_shared/agreement-numbers";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import type { ConnectionView } from "@/app/(desk)/connections/[id]/load";
import { SendingNote } from "@/app/(desk)/connections/[id]/sending-note";
import type { Column } from "@/components/data-table/column";
import { DataTable } from "@/components/data-table/data-table";
import { Empty } from "@/components/feedback/empty";
import { ButtonLink } from "@/components/ui/button";
import { StateWord } from "@/components/ui/state-word";
import { TestFlag } from "@/components/ui/test-flag";
import { isOpen } from "@/lib/connections/submissions";
import type { Agreement } from "@/lib/mandates/agreement-view";
import { routes } from "@/lib/routes";

/** The agreements of a connection; while one is being registered the page follows it. */
export async function AgreementsPart({ view }: { view: ConnectionView }) {
  const { connection, provider, reader, submissions, may } = view;
  const [t, depends, states] = await Promise.all([
    getTranslations("connections.agreements"),
    getTranslations("deadlines.depends.agreementState"),
    getTranslations("states.submission"),
  ]);
  const about = (id: string) => submissions.find((one) => one.subjectId === id);
  const columns: Column<Agreement>[] = [
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
      cell: (row) =>
        provider.schemes.find((one) => one.code === row.scheme)?.label[reader.locale] ?? row.scheme,
    },
    {
      key: "numbers",
      header: t("numbers"),
      hide: "narrow",
      cell: (row) =>
        agreementNumbers(provider, row.values, reader.locale)
          .map(({ label, value }) => `${label} ${value}`)
          .join(" · "),
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
        const latest = about(row.id);
        if (latest && isOpen(latest)) {
          const underway = latest.state === "unknown" ? "unknown" : "sending";
          return <StateWord mark={underway}>{states(underway)}</StateWord>;
        }
        return <StateWord mark={agreementMarks[row.state]}>{depends(row.state)}</StateWord>;
      },
    },
  ];
  const noted = submissions.filter(
    (one, index) =>
      (isOpen(one) || one.state === "refused") &&
      submissions.findIndex(
        (other) => other.subjectId === one.subjectId && other.operation === one.operation,
      ) === index,
  );
  return (
    <>
      <DataTable
        caption={t("name")}
        columns={columns}
        rows={connection.agreements}
        rowKey={(row) => row.id}
        empty={
          <Empty
            action={
              may ? (
                <ButtonLink href={routes.connectionAgreement(connection.id)}>{t("add")}</ButtonLink>
              ) : null
            }
          >
            {t("empty")}
          </Empty>
        }
      />
      {noted.map((submission) => (
        <SendingNote
          key={submission.id}
          subject={connection.agreements.find((one) => one.id === submission.subjectId)?.name ?? t("events")}
          submission={submission}
          time={clockOrDay(submission.sentAt ?? submission.createdAt, reader)}
          provider={provider}
          locale={reader.locale}
        />
      ))}
    </>
  );
}
