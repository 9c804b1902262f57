import type { Metadata } from "next";
import { LivePage } from "@/app/(desk)/_shared/live-page";
import { NoteForm } from "@/app/(desk)/_shared/note-form";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import { RecordTasks } from "@/app/(desk)/_shared/record-tasks";
import { DebtorActions } from "@/app/(desk)/debtors/[id]/debtor-actions";
import { DebtorAside } from "@/app/(desk)/debtors/[id]/debtor-aside";
import { DebtorHead } from "@/app/(desk)/debtors/[id]/debtor-head";
import { DebtorMandates } from "@/app/(desk)/debtors/[id]/debtor-mandates";
import { DebtorPayments } from "@/app/(desk)/debtors/[id]/debtor-payments";
import { DebtorTimeline } from "@/app/(desk)/debtors/[id]/debtor-timeline";
import { loadDebtor } from "@/app/(desk)/debtors/[id]/load";
import { requireSignedIn } from "@/app/session";
import { WithAside } from "@/components/layout/with-aside";
import { getDebtor } from "@/lib/debtors/get";
import { routes } from "@/lib/routes";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ ctx }, { id }] = await Promise.all([requireSignedIn(), params]);
  return { title: (await orNotFound(getDebtor(ctx, id))).name };
}

/** A debtor: whether they can be charged, by what, and what is on its way. */
export default async function DebtorPage({ params }: Props) {
  const [{ ctx }, { id }] = await Promise.all([requireSignedIn(), params]);
  const view = await orNotFound(loadDebtor(ctx, id));
  return (
    <WithAside aside={<DebtorAside ctx={ctx} view={view} />}>
      <LivePage url={routes.recordVersion("debtor", view.debtor.id)} version={view.version} />
      <DebtorHead ctx={ctx} view={view} />
      <DebtorActions ctx={ctx} view={view} />
      <RecordTasks ctx={ctx} tasks={view.tasks} reader={view.reader} here={view.debtor.id} />
      <DebtorMandates ctx={ctx} view={view} />
      <DebtorPayments ctx={ctx} view={view} />
      <NoteForm ctx={ctx} noun="debtor" id={view.debtor.id} />
      <DebtorTimeline ctx={ctx} view={view} />
    </WithAside>
  );
}
