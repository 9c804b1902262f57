import { useLocale, useTranslations } from "next-intl";
import { EndDialog } from "@/app/design/end-dialog";
import { PartTabs } from "@/app/design/part-tabs";
import { today } from "@/app/design/samples";
import { sampleTimeline, sampleUnknownTimeline } from "@/app/design/timelines";
import { type SampleWords, sampleWords } from "@/app/design/words";
import { WithAside } from "@/components/layout/with-aside";
import { ActionsTable } from "@/components/record/actions-table";
import { RecordHead } from "@/components/record/record-head";
import { Steps } from "@/components/record/steps";
import { Timeline } from "@/components/record/timeline";
import { Anchor } from "@/components/ui/anchor";
import { Button, ButtonLink } from "@/components/ui/button";
import { Facts } from "@/components/ui/facts";
import { TabLinks } from "@/components/ui/tab-links";
import { formatDay, formatMoneyText } from "@/lib/i18n/format";
import { day } from "@/lib/kernel/day";

export function RecordPart() {
  const locale = useLocale();
  const words = sampleWords[locale];
  const keep = useTranslations("common")("keep");
  const evidence = useTranslations("common")("evidence");
  const amount = formatMoneyText({ currency: "DKK", amountMinor: 123_675 }, locale);
  const first = day("2026-12-01");
  return (
    <WithAside aside={<RecordFacts words={words} />}>
      <PartTabs current="record" />
      <RecordHead
        crumbs={[
          { label: words.parts.list, href: "/design?part=list" },
          { label: "Birgit Aagaard-Storm, 104 882" },
        ]}
        mark="final"
        sentence={words.sentence.replace(
          "{day}",
          formatDay(first, locale, { style: "long", year: "always" }),
        )}
        lead={words.lead}
        facts={[
          { label: evidence, value: words.evidence },
          { label: words.consent, value: words.consentGiven },
          { label: words.nextPayment, value: `${formatDay(first, locale, { year: today })}, ${amount}` },
        ]}
      />
      <ActionsTable
        rows={[
          {
            key: "new",
            verb: (
              <ButtonLink href="/design?part=form" look="solid" shortcut="n">
                {words.newPayment}
              </ButtonLink>
            ),
            consequence: words.lands,
          },
          {
            key: "suspend",
            verb: <Button look="word">{words.suspend}</Button>,
            consequence: words.suspendSays.replace("{amount}", amount),
          },
          {
            key: "end",
            verb: (
              <EndDialog
                words={{
                  trigger: words.end,
                  title: words.endAsk,
                  consequence: words.endSays,
                  confirm: words.endDo,
                  working: words.working,
                  keep,
                  reason: words.reason,
                  reasonHint: words.reasonHint,
                }}
              />
            ),
            consequence: words.endSays,
          },
          {
            key: "check",
            verb: (
              <Button look="word" shortcut="c">
                {words.check}
              </Button>
            ),
            consequence: words.checkSays,
          },
          { key: "account", label: words.changeAccount, off: words.changeOff },
          {
            key: "copy",
            label: words.copy,
            off: words.copyOff,
            remedy: <Anchor href="/design">{words.askDebtor}</Anchor>,
          },
        ]}
      />
      <RecordTabs words={words} />
      <div className="record-part">
        <Timeline items={sampleTimeline(locale)} label={words.timeline} />
      </div>
    </WithAside>
  );
}

export function UnknownPart() {
  const locale = useLocale();
  const words = sampleWords[locale];
  const t = useTranslations("common");
  return (
    <WithAside aside={<RecordFacts words={words} />}>
      <PartTabs current="unknown" />
      <RecordHead
        crumbs={[
          { label: words.parts.list, href: "/design?part=list" },
          { label: "Birgit Aagaard-Storm, 104 882" },
        ]}
        mark="draft"
        sentence=""
        lead={words.unknownLead}
        unknownSince="14:02"
        facts={[
          { label: "Asking since", value: "14:03, every 3 min" },
          { label: "Owner", value: "Jonas Elkjær" },
          { label: "If still open on Sunday", value: "DKK 1,236.75 slips to 4 January" },
        ]}
      />
      <Steps
        title={t("whatNow")}
        steps={[
          {
            key: "ask",
            text: (
              <>
                <b>Ask Betalingsservice</b> whether it knows request 0b9f6c1e. Asked 3 times, last 14:08: not
                known yet.
              </>
            ),
            action: (
              <Button look="solid" shortcut="c">
                {words.check}
              </Button>
            ),
          },
          {
            key: "events",
            text: (
              <>
                <b>Read recent events.</b> None for this customer number since 14:02.
              </>
            ),
          },
          { key: "verdict", text: <b>Give a verdict.</b> },
          {
            key: "again",
            text: (
              <>
                <b>Send again, same key.</b> Closed until the verdict is “did not happen”.
              </>
            ),
            closed: true,
          },
        ]}
      />
      <RecordTabs words={words} />
      <div className="record-part">
        <Timeline items={sampleUnknownTimeline(locale)} label={words.timeline} />
      </div>
    </WithAside>
  );
}

function RecordTabs({ words }: { words: SampleWords }) {
  return (
    <div className="record-part">
      <TabLinks
        tabs={[
          { label: words.timeline, href: "/design?part=record", current: true },
          { label: words.nextPayment, href: "/design?part=list", current: false, count: "1" },
          { label: words.evidenceHead, href: "/design?part=form", current: false, count: "2" },
          { label: words.notes, href: "/design?part=stock", current: false, count: "1" },
        ]}
      />
    </div>
  );
}

function RecordFacts({ words }: { words: SampleWords }) {
  return (
    <Facts
      groups={[
        [
          { label: words.debtor, value: <Anchor href="/design">Birgit Aagaard-Storm</Anchor> },
          { label: "CPR", value: "010170-••••" },
          { label: "Account", value: "0040 ••••••6243", note: "Example Bank, 19 Nov" },
        ],
        [
          { label: "Creditor", value: "Halmstrup Fjernvarme" },
          { label: "PBS number", value: "02056372, group 00001" },
          { label: words.customer, value: "000000000104882" },
          { label: "Request", value: <code className="mono">0b9f6c1e…7d8e</code> },
        ],
      ]}
    />
  );
}
