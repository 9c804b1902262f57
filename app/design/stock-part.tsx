import { useLocale } from "next-intl";
import { PartTabs } from "@/app/design/part-tabs";
import { mandateSamples, payments } from "@/app/design/samples";
import { sampleWords } from "@/app/design/words";
import { PageHead } from "@/components/layout/page-head";
import { Panel } from "@/components/layout/panel";
import { Section } from "@/components/layout/section";
import { Amount } from "@/components/ui/amount";
import { Button, ButtonLink } from "@/components/ui/button";
import { CopyText } from "@/components/ui/copy-text";
import { Crumbs } from "@/components/ui/crumbs";
import { Facts } from "@/components/ui/facts";
import { Kbd } from "@/components/ui/kbd";
import { Mark } from "@/components/ui/mark";
import { type MarkName, marks } from "@/components/ui/marks";
import { MandateStateWord, PaymentStateWord } from "@/components/ui/proven-state";
import { formatMoney } from "@/lib/i18n/format";

export function StockPart() {
  const locale = useLocale();
  const words = sampleWords[locale];
  return (
    <>
      <PageHead title={words.parts.stock} lead="Debitdesk" note="/design">
        <ButtonLink href="/design?part=form">{words.import}</ButtonLink>
        <ButtonLink href="/design?part=record" look="solid" shortcut="n">
          {words.newPayment}
        </ButtonLink>
      </PageHead>
      <PartTabs current="stock" />
      <Section title="MandateStateWord">
        <div className="flex flex-wrap gap-x-8 gap-y-2">
          {mandateSamples.map((state) => (
            <MandateStateWord key={state} state={state} />
          ))}
          <MandateStateWord state="pending" modifier="stale" />
          <MandateStateWord state="draft" underway="sending" />
          <MandateStateWord state="draft" underway="unknown" />
        </div>
      </Section>
      <Section title="PaymentStateWord">
        <div className="flex flex-wrap gap-x-8 gap-y-2">
          {payments.map(({ id, state, final, underway, modifier }) => (
            <PaymentStateWord
              key={id}
              state={state}
              final={final ?? false}
              underway={underway}
              modifier={modifier}
            />
          ))}
        </div>
      </Section>
      <Section title="Mark" note="14, 20">
        <ul className="flex flex-wrap gap-x-8 gap-y-3">
          {Object.keys(marks)
            .filter((name): name is MarkName => name in marks)
            .map((name) => (
              <li key={name} className="flex items-center gap-2">
                <Mark name={name} label={name} />
                <Mark name={name} size={20} />
                <span className="text-ink-2">{name}</span>
              </li>
            ))}
        </ul>
      </Section>
      <Section title="Button">
        <div className="flex flex-wrap gap-3">
          <Button look="solid" shortcut="n">
            {words.newPayment}
          </Button>
          <Button>{words.import}</Button>
          <Button shortcut="c">{words.check}</Button>
          <Button look="word">{words.suspend}</Button>
          <Button off={words.copyOff}>{words.copy}</Button>
          <Button aria-busy="true">{words.working}</Button>
          <Kbd>Enter</Kbd>
        </div>
      </Section>
      <Section title="Amount, CopyText, Crumbs, Facts">
        <div className="grid gap-6 wide:grid-cols-2">
          <div className="grid gap-3">
            <p>
              <Amount {...formatMoney({ currency: "DKK", amountMinor: 123_675 }, locale)} />
            </p>
            <p>
              <CopyText text="0b9f6c1e-6c0a-4a5e-9d2e-3f4a5b6c7d8e" shown="0b9f6c1e…7d8e" />
            </p>
            <Crumbs
              items={[{ label: "Mandates", href: "/design" }, { label: "Birgit Aagaard-Storm, 104 882" }]}
            />
          </div>
          <Panel title={words.debtor}>
            <Facts
              groups={[
                [
                  { label: words.debtor, value: "Birgit Aagaard-Storm" },
                  { label: "CPR", value: "010170-••••" },
                  { label: "Account", value: "0040 ••••••6243", note: "Example Bank, 19 Nov" },
                ],
                [{ label: words.customer, value: "000000000104882" }],
              ]}
            />
          </Panel>
        </div>
      </Section>
    </>
  );
}
