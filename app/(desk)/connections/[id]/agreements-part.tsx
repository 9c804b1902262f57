import { getTranslations } from "next-intl/server";
import { clockOrDay } from "@/app/(desk)/_shared/moment";
import { agreementColumns } from "@/app/(desk)/connections/[id]/agreement-columns";
import type { ConnectionView } from "@/app/(desk)/connections/[id]/load";
import { SendingNote } from "@/app/(desk)/connections/[id]/sending-note";
import { DataTable } from "@/components/data-table/data-table";
import { Empty } from "@/components/feedback/empty";
import { ButtonLink } from "@/components/ui/button";
import { isOpen } from "@/lib/connections/submissions";
import { routes } from "@/lib/routes";

/** The agreements of a connection; while one is being registered the page follows it. */
export async function AgreementsPart({ view }: { view: ConnectionView }) {
  const { connection, provider, reader, may } = view;
  const [t, states, sending] = await Promise.all([
    getTranslations("connections.agreements"),
    getTranslations("deadlines.depends.agreementState"),
    getTranslations("states.submission"),
  ]);
  const first = may ? (
    <ButtonLink href={routes.connectionAgreement(connection.id)}>{t("add")}</ButtonLink>
  ) : null;
  return (
    <>
      <DataTable
        caption={t("name")}
        columns={agreementColumns(view, { t, states, sending })}
        rows={connection.agreements}
        rowKey={(row) => row.id}
        empty={<Empty action={first}>{t("empty")}</Empty>}
      />
      {toSay(view).map((submission) => (
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

/** Of each thing that was asked only the newest asking, when it is open or was refused. */
function toSay({ submissions }: ConnectionView) {
  return submissions.filter((one, index) => {
    const newest = submissions.findIndex(
      (other) => other.subjectId === one.subjectId && other.operation === one.operation,
    );
    return newest === index && (isOpen(one) || one.state === "refused");
  });
}
