import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LiveRecord } from "@/app/(desk)/_shared/live-record";
import { NoteForm } from "@/app/(desk)/_shared/note-form";
import { noteItems } from "@/app/(desk)/_shared/note-items";
import { RecordTasks } from "@/app/(desk)/_shared/record-tasks";
import { RecordTimeline } from "@/app/(desk)/_shared/record-timeline";
import { ownItems } from "@/app/(desk)/payments/[id]/ahead";
import { loadPayment } from "@/app/(desk)/payments/[id]/load";
import { PaymentAttempts } from "@/app/(desk)/payments/[id]/payment-attempts";
import { PaymentFacts } from "@/app/(desk)/payments/[id]/payment-facts";
import { PaymentTop } from "@/app/(desk)/payments/[id]/payment-top";
import { requireSignedIn } from "@/app/session";
import { WithAside } from "@/components/layout/with-aside";
import { paymentAsksEvery } from "@/lib/records/live";

type Params = Promise<{ id: string }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("payments");
  return { title: t("one") };
}

/** One payment: what is true, what can be done now, its story, and every try at the provider. */
export default async function PaymentPage({ params }: { params: Params }) {
  const [{ ctx }, { id }, locale] = await Promise.all([requireSignedIn(), params, getLocale()]);
  const page = await loadPayment(ctx, id);
  const { payment, story, provider, version } = page;
  const reader = { locale, zone: page.rule.zone, now: page.now };
  return (
    <WithAside aside={<PaymentFacts ctx={ctx} page={page} reader={reader} />}>
      <LiveRecord noun="payment" id={id} version={version} everyMs={paymentAsksEvery(payment)} />
      <PaymentTop ctx={ctx} page={page} reader={reader} />
      <RecordTasks ctx={ctx} tasks={page.tasks} reader={reader} here={id} />
      <NoteForm ctx={ctx} noun="payment" id={id} />
      <RecordTimeline
        about={id}
        noun="payment"
        story={story}
        provider={provider}
        reader={reader}
        names={[payment.providerId, payment.reference]}
        more={[...(await ownItems(page, reader)), ...(await noteItems(page.notes, reader, id))]}
      />
      <PaymentAttempts page={page} reader={reader} />
    </WithAside>
  );
}
