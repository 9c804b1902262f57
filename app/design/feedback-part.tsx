import { useLocale, useTranslations } from "next-intl";
import { SendAgainDialog, VerdictDialog } from "@/app/(desk)/_shared/resolve-dialogs";
import { ConnectionsSkeleton } from "@/app/(desk)/connections/connections-skeleton";
import { DebtorsSkeleton } from "@/app/(desk)/debtors/debtors-skeleton";
import { MandatesSkeleton } from "@/app/(desk)/mandates/mandates-skeleton";
import { RunsSkeleton } from "@/app/(desk)/runs/runs-skeleton";
import { Opened } from "@/app/design/opened";
import { PartTabs } from "@/app/design/part-tabs";
import { sampleWords } from "@/app/design/words";
import { Banner } from "@/components/feedback/banner";
import { Empty } from "@/components/feedback/empty";
import { Problem } from "@/components/feedback/problem";
import { Skeleton } from "@/components/feedback/skeleton";
import { Toast } from "@/components/feedback/toast";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { Anchor } from "@/components/ui/anchor";
import { Button, ButtonLink } from "@/components/ui/button";

export function FeedbackPart() {
  const words = sampleWords[useLocale()];
  const t = useTranslations("common");
  const fence = useTranslations("fence");
  return (
    <>
      <Banner tone="warn" title={words.check} action={<Anchor href="/design">{words.notes}</Anchor>}>
        {words.checkSays}
      </Banner>
      <Banner tone="no" title={words.changeAccount}>
        {words.changeOff}
      </Banner>
      {(["simulator", "sandbox", "production", "rehearsal"] as const).map((one) => (
        <Banner key={one} title={t(`banner.${one}`)} />
      ))}
      <Banner tone="no" title={fence("banner")} action={<Anchor href="/design">{fence("look")}</Anchor>}>
        {fence("bannerSays", { at: "14:02", why: fence("why.restored") })}
      </Banner>
      <PageHead title={words.parts.feedback} />
      <PartTabs current="feedback" />
      <Section title="Empty">
        <Empty action={<ButtonLink href="/design">{words.newPayment}</ButtonLink>}>{words.lands}</Empty>
      </Section>
      <Section title="Problem">
        <Problem kind="fix" title={words.changeAccount} reference="req_01KAG4T8">
          {words.changeOff}
        </Problem>
        <Problem kind="refused" title={words.copy} code="541" reference="req_01KAG4T9">
          {words.copyOff}
        </Problem>
        <Problem kind="unknown" title={words.parts.unknown} actions={<Button>{words.check}</Button>}>
          {words.unknownLead}
        </Problem>
      </Section>
      <Section title="ConfirmDialog">
        <Opened>
          <VerdictDialog hidden={{}} provider="Betalingsservice" />
          <SendAgainDialog hidden={{}} provider="Betalingsservice" />
        </Opened>
      </Section>
      <Section title="Skeleton">{null}</Section>
      <Skeleton
        heads={[words.debtor, words.customer, words.state, words.amount]}
        rows={4}
        label={words.working}
      />
      <DebtorsSkeleton />
      <MandatesSkeleton />
      <RunsSkeleton />
      <ConnectionsSkeleton />
      <Toast close={t("close")}>{words.lands}</Toast>
    </>
  );
}
