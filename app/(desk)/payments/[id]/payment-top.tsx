import { getTranslations } from "next-intl/server";
import { unknownHead } from "@/app/(desk)/_shared/unknown-facts";
import { UnknownSteps } from "@/app/(desk)/_shared/unknown-steps";
import { WhyPanel } from "@/app/(desk)/_shared/why-panel";
import { headFacts } from "@/app/(desk)/payments/[id]/head-facts";
import type { PaymentPage } from "@/app/(desk)/payments/[id]/load";
import { PaymentActions } from "@/app/(desk)/payments/[id]/payment-actions";
import { toldWords } from "@/app/(desk)/payments/[id]/told";
import { WaitingCost } from "@/app/(desk)/payments/[id]/waiting-cost";
import { RecordHead } from "@/components/record/record-head";
import type { Ctx } from "@/lib/context";
import type { Reader } from "@/lib/i18n/writer";
import { routes } from "@/lib/routes";

/** How the record opens: the sentence and what can be done; or that we do not know, and the way out of it. */
export async function PaymentTop({ ctx, page, reader }: { ctx: Ctx; page: PaymentPage; reader: Reader }) {
  const t = await getTranslations("payments");
  const { payment, provider, story, offers } = page;
  const crumbs = [
    { label: t("title"), href: routes.payments() },
    { label: [payment.debtorName || t("nobodyYet"), payment.customerNumber].join(", ") },
    { label: payment.reference },
  ];
  if (story.open?.state === "unknown")
    return (
      <>
        <RecordHead
          crumbs={crumbs}
          mark="unknown"
          sentence=""
          {...(await unknownHead("payment", story.open, provider.label, reader))}
        />
        <WhyPanel ctx={ctx} answer={page.answer} reader={reader} here={payment.id} own={{}} steps={false} />
        <WaitingCost page={page} open={story.open} reader={reader} />
        <UnknownSteps
          ctx={ctx}
          open={story.open}
          eventsSince={story.eventsSince}
          provider={{ label: provider.label, receivesEvents: offers.receivesEvents }}
          reader={reader}
        />
      </>
    );
  return (
    <>
      <RecordHead
        crumbs={crumbs}
        {...(await toldWords(page, reader))}
        facts={await headFacts(page, reader)}
      />
      <PaymentActions ctx={ctx} page={page} reader={reader} />
    </>
  );
}
