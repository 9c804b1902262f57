import { useLocale, useTranslations } from "next-intl";
import { sampleFields } from "@/app/design/fields";
import { PartTabs } from "@/app/design/part-tabs";
import { SampleForm } from "@/app/design/sample-form";
import { sampleWords } from "@/app/design/words";
import { LandingPanel } from "@/components/deadlines/landing-panel";
import { ErrorSummary } from "@/components/form/error-summary";
import { FormBar } from "@/components/form/form-bar";
import { FormBlock } from "@/components/form/form-block";
import { FormField } from "@/components/form/form-field";
import { ProviderFields } from "@/components/form/provider-fields";
import { SubmitButton } from "@/components/form/submit-button";
import { PageHead } from "@/components/layout/page-head";
import { WithAside } from "@/components/layout/with-aside";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { Kbd } from "@/components/ui/kbd";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { formatDay } from "@/lib/i18n/format";
import { day } from "@/lib/kernel/day";

export function FormPart() {
  const locale = useLocale();
  const words = sampleWords[locale];
  const t = useTranslations("form");
  const fieldWords = { optional: t("optional"), choose: t("choose"), yes: t("yes"), kept: t("kept") };
  return (
    <WithAside wide aside={<Landing />}>
      <SampleForm>
        <PartTabs current="form" />
        <PageHead title={words.newPayment} note={words.reasonHint} />
        <ErrorSummary title={t("toFix")} />
        <FormBlock title={words.debtor}>
          <FormField
            name="debtor"
            label={words.debtor}
            value="Søren Bæk-Nielsen"
            required
            check={{
              kind: "passed",
              text: (
                <>
                  Known since 2019, 1 ended mandate: <Anchor href="/design">see why</Anchor>
                </>
              ),
            }}
          >
            <TextInput suffix="104 115" />
          </FormField>
          <FormField name="account" label="Reg. and account" hint="Four digits, then up to ten" required>
            <TextInput inputMode="numeric" />
          </FormField>
          <FormField
            name="group"
            label="Debtor group"
            required
            value="00002"
            check={{ kind: "open", text: "Two groups; 00002 is for one-off fees" }}
          >
            <Select
              options={[
                { value: "00001", label: "00001, heat" },
                { value: "00002", label: "00002, fees" },
              ]}
            />
          </FormField>
          <FormField
            name="number"
            label={words.customer}
            required
            value="000000000104115"
            check={{
              kind: "attention",
              text: "Used until March 2024. Same number is right for the same contract",
            }}
          >
            <TextInput />
          </FormField>
          <FormField name="given" label="Given at" required value="12:4" problem="Write the time as 12:45.">
            <TextInput />
          </FormField>
          <FormField name="read" label="Read only" value="Three providers searched" required>
            <TextInput readOnly />
          </FormField>
        </FormBlock>
        <FormBlock title={words.consent}>
          <FormField name="provider" label="Provider" group wide required value="a">
            <Choice
              options={[
                { value: "a", label: "Betalingsservice" },
                { value: "b", label: "DebitDirect" },
                { value: "c", label: "PAY.", off: words.copyOff },
              ]}
            />
          </FormField>
          <FormField name="note" label={words.notes} optional={t("optional")} hint={words.reasonHint}>
            <TextArea />
          </FormField>
        </FormBlock>
        <FormBlock title="ProviderFields">
          <ProviderFields fields={sampleFields} words={fieldWords} />
        </FormBlock>
        <FormBar
          end={
            <>
              <Kbd>Tab</Kbd> …
            </>
          }
        >
          <SubmitButton working={words.working}>{words.submit}</SubmitButton>
          <Button>{words.import}</Button>
          <Button off={words.copyOff}>{words.copy}</Button>
        </FormBar>
      </SampleForm>
    </WithAside>
  );
}

function Landing() {
  const locale = useLocale();
  return (
    <LandingPanel
      title="If submitted now"
      lead="First possible payment"
      when={formatDay(day("2026-12-01"), locale, { style: "long", weekday: true })}
      condition={{
        mark: "waits",
        text: "Only if the bank answers before Sunday 23:59. 16 of 20 sent on a Friday got one.",
      }}
      steps={[
        { mark: "sending", when: "Now", text: "Sent once, one request id. Answer in about a second." },
        { mark: "pending", when: "Today or Monday", text: "The bank says yes or no. Usual is 1 bank day." },
        { mark: "waits", when: "Sun 22 Nov 23:59 Copenhagen", text: "Cut-off for December, 2 d 11 h left." },
        { mark: "final", when: "Tue 1 Dec", text: "Collected. Debtor may reject until Mon 7 Dec." },
      ]}
      otherwise={[
        {
          title: "If the bank answers on Monday",
          text: "First payment moves to Mon 4 January. Nothing is refused; it is a month later.",
        },
        {
          title: "Nothing is charged by this step.",
          text: "If the answer gets lost, the record says Unknown.",
        },
      ]}
    />
  );
}
