import type { Metadata } from "next";
import { LiveRecord } from "@/app/(desk)/_shared/live-record";
import { NoteForm } from "@/app/(desk)/_shared/note-form";
import { orNotFound } from "@/app/(desk)/_shared/or-not-found";
import { RecordTasks } from "@/app/(desk)/_shared/record-tasks";
import { oneParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { ChangeSection } from "@/app/(desk)/mandates/[id]/change-section";
import { InvitationSection } from "@/app/(desk)/mandates/[id]/invitation-section";
import { LinkDebtor } from "@/app/(desk)/mandates/[id]/link-debtor";
import { loadMandate } from "@/app/(desk)/mandates/[id]/load";
import { MandateActions } from "@/app/(desk)/mandates/[id]/mandate-actions";
import { MandateAside } from "@/app/(desk)/mandates/[id]/mandate-aside";
import { MandateHead } from "@/app/(desk)/mandates/[id]/mandate-head";
import { MandatePayments } from "@/app/(desk)/mandates/[id]/mandate-payments";
import { MandateTimeline } from "@/app/(desk)/mandates/[id]/mandate-timeline";
import { requireSignedIn } from "@/app/session";
import { WithAside } from "@/components/layout/with-aside";
import { getMandate } from "@/lib/mandates/get";
import { mandateAsksEvery } from "@/lib/records/live";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ ctx }, { id }] = await Promise.all([requireSignedIn(), params]);
  const { debtorName, customerNumber } = await orNotFound(getMandate(ctx, id));
  return { title: `${debtorName} ${customerNumber}`.trim() };
}

/** A mandate as a story: what is true, what can be done now, and what it rests on. */
export default async function MandatePage({ params, searchParams }: Props) {
  const [{ ctx, person }, { id }, search] = await Promise.all([requireSignedIn(), params, searchParams]);
  const view = await orNotFound(loadMandate(ctx, id));
  return (
    <WithAside aside={<MandateAside ctx={ctx} view={view} creditor={person.creditorName} />}>
      <LiveRecord
        noun="mandate"
        id={view.mandate.id}
        version={view.version}
        everyMs={mandateAsksEvery(view.mandate)}
      />
      <MandateHead view={view} />
      <MandateActions ctx={ctx} view={view} />
      {view.debtor ? null : <LinkDebtor ctx={ctx} mandate={view.mandate} find={oneParam(search, "q")} />}
      <ChangeSection ctx={ctx} view={view} />
      {view.mandate.state === "invited" ? (
        <InvitationSection
          ctx={ctx}
          view={view}
          creditor={person.creditorName}
          asked={oneParam(search, "letter")}
        />
      ) : null}
      <RecordTasks ctx={ctx} tasks={view.tasks} reader={view.reader} here={view.mandate.id} />
      <NoteForm ctx={ctx} noun="mandate" id={view.mandate.id} />
      <MandateTimeline view={view} />
      <MandatePayments ctx={ctx} view={view} />
    </WithAside>
  );
}
