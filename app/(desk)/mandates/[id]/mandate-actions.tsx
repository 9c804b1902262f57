import { UnknownSteps } from "@/app/(desk)/_shared/unknown-steps";
import { type OwnRows, rowsBesides, WhyPanel } from "@/app/(desk)/_shared/why-panel";
import { actionRows } from "@/app/(desk)/mandates/[id]/action-rows";
import type { MandateView } from "@/app/(desk)/mandates/[id]/load";
import { type ActionRow, ActionsTable } from "@/components/record/actions-table";
import type { StepCode } from "@/lib/answers/steps";
import type { Ctx } from "@/lib/context";

/** Which of the mandate's rows takes which step. */
const stepOf: Readonly<Record<string, readonly StepCode[]>> = {
  payment: ["new_payment"],
  pause: ["resume_mandate"],
  renew: ["new_mandate"],
  correct: ["correct_mandate", "send_mandate"],
  check: ["check"],
};

const ownRows = (rows: readonly ActionRow[]): OwnRows =>
  Object.fromEntries(rows.flatMap((row) => (stepOf[row.key] ?? []).map((step) => [step, row])));

/** What can be done now: the way out of an unknown outcome, or the mandate's own verbs. */
export async function MandateActions({ ctx, view }: { ctx: Ctx; view: MandateView }) {
  const { sentence, story, provider, offers, reader, answer, mandate } = view;
  const why = { ctx, answer, reader, here: mandate.id };
  if (sentence.code === "unknown" && story.open)
    return (
      <>
        <WhyPanel {...why} own={{}} steps={false} />
        <UnknownSteps
          ctx={ctx}
          open={story.open}
          eventsSince={story.eventsSince}
          provider={{ label: provider.label, receivesEvents: offers.receivesEvents }}
          reader={reader}
        />
      </>
    );
  const rows = await actionRows(ctx, view);
  const own = answer.about.id === mandate.id ? ownRows(rows) : {};
  return (
    <>
      <WhyPanel {...why} own={own} />
      <ActionsTable rows={rowsBesides(rows, answer, own)} />
    </>
  );
}
