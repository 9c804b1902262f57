import { getLocale, getTranslations } from "next-intl/server";
import { WhySays } from "@/app/(desk)/_shared/why-panel";
import { TaskMenu } from "@/app/(desk)/_today/task-menu";
import { Pack } from "@/app/(desk)/mandates/[id]/pack";
import { draftWords } from "@/app/(desk)/mandates/new/draft-words";
import { DraftSamples } from "@/app/design/draft-samples";
import { ImportSamples } from "@/app/design/import-samples";
import { Opened } from "@/app/design/opened";
import { PartTabs } from "@/app/design/part-tabs";
import { cutOff, now, zone } from "@/app/design/samples";
import { sampleWords } from "@/app/design/words";
import { FieldRow } from "@/components/form/field-row";
import { Reveal } from "@/components/form/reveal";
import { PageHead } from "@/components/layout/page-head";
import { Section } from "@/components/layout/section";
import { Anchor } from "@/components/ui/anchor";
import { Button } from "@/components/ui/button";
import { idleAction } from "./idle-action";

const task = { id: "tsk_1", ownerId: null, ownerName: null, dueAt: null, snoozedUntil: null };
/** Some weeks ahead, so that every choice is offered. */
const limit = new Date(cutOff.getTime() + 28 * 86_400_000);
const tasks = [
  task,
  { ...task, id: "tsk_2", ownerId: "me", ownerName: "Mette Ravnsborg" },
  { ...task, id: "tsk_3", ownerId: "usr_2", ownerName: "Jonas Elkjær", snoozedUntil: cutOff },
  { ...task, id: "tsk_4", dueAt: new Date(now.getTime() - 3_600_000) },
];

/** What people work on: tasks, drafts, answers, rows of an import, evidence. */
export async function WorkPart() {
  const locale = await getLocale();
  const words = sampleWords[locale];
  const [answers, draft, pack, why] = await Promise.all([
    getTranslations("answers"),
    draftWords({ savedAt: null }),
    getTranslations("mandate.aside"),
    getTranslations("debtors.record.aside"),
  ]);
  const reader = { locale, zone, now } as const;
  return (
    <>
      <PageHead title={words.parts.work} />
      <PartTabs current="work" />
      <Section title="TaskMenu">
        <Opened>
          {tasks.map((one) => (
            <TaskMenu key={one.id} task={one} name={one.id} me="me" now={now} limit={limit} locale={locale} />
          ))}
        </Opened>
      </Section>
      <Section title="DraftStatus">
        <DraftSamples words={draft} />
      </Section>
      <Section title="LiveChecks">
        {(["passed", "attention", "wrong", "open"] as const).map((kind) => (
          <FieldRow key={kind} label={kind} check={{ kind, text: words.lead }}>
            <span className="text-ink-2">{words.consent}</span>
          </FieldRow>
        ))}
      </Section>
      <Section title="WhyPanel">{null}</Section>
      <WhySays
        title={answers("title")}
        headline={words.lead}
        also={[words.checkSays, words.lands]}
        about={
          <>
            <span>
              {words.consent} <Anchor href="/design">0012345678</Anchor>
            </span>
            <span>{answers("since", { at: "14:02" })}</span>
            <span>{answers("evidence", { at: "11:40" })}</span>
          </>
        }
        rows={[
          { key: "ask", verb: <Button look="word">{words.check}</Button>, consequence: words.checkSays },
          { key: "copy", label: words.copy, off: words.copyOff },
        ]}
      />
      <ImportSamples />
      <Section title="Pack">
        <div className="grid gap-8 wide:grid-cols-2">
          <Pack
            title={pack("pack")}
            missing={pack("missing")}
            note={pack("complete")}
            pieces={[
              { text: pack("wording", { wording: "da-1" }), at: now },
              { text: pack("taken", { channel: pack("channel.phone"), name: words.person }), at: now },
              { text: pack("replies", { n: 3 }), at: now },
            ]}
            words={{ title: pack("words"), text: words.lead, language: locale }}
            files={[
              { label: pack("download"), href: "/design" },
              { label: pack("downloadNotes"), href: "/design" },
            ]}
            reader={reader}
          />
          <Pack
            title={pack("pack")}
            missing={pack("missing")}
            note={pack("incomplete")}
            pieces={[
              { text: pack("wording", { wording: "da-1" }), at: now },
              { text: pack("replies", { n: 0 }), at: null },
            ]}
            files={[]}
            reader={reader}
          />
        </div>
      </Section>
      <Section title="Reveal">
        <Opened>
          <Reveal
            masked="010170-••••"
            name={why("reveal.shown", { what: why("cpr") })}
            words={{
              show: why("reveal.show"),
              submit: why("reveal.submit"),
              working: why("reveal.working"),
              hide: why("reveal.hide"),
            }}
            action={idleAction}
            hidden={{}}
            seconds={30}
          >
            <p className="text-ink-2">{why("reveal.reasonHint")}</p>
          </Reveal>
        </Opened>
      </Section>
    </>
  );
}
