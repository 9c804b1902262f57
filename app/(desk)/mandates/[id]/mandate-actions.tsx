import { UnknownSteps } from "@/app/(desk)/_shared/unknown-steps";
import { actionRows } from "@/app/(desk)/mandates/[id]/action-rows";
import type { MandateView } from "@/app/(desk)/mandates/[id]/load";
import { ActionsTable } from "@/components/record/actions-table";
import type { Ctx } from "@/lib/context";

/** What can be done now: the way out of an unknown outcome, or the mandate's own verbs. */
export async function MandateActions({ ctx, view }: { ctx: Ctx; view: MandateView }) {
  const { sentence, story, provider, offers, reader } = view;
  if (sentence.code === "unknown" && story.open)
    return (
      <UnknownSteps
        ctx={ctx}
        open={story.open}
        eventsSince={story.eventsSince}
        provider={{ label: provider.label, receivesEvents: offers.receivesEvents }}
        reader={reader}
      />
    );
  return <ActionsTable rows={await actionRows(ctx, view)} />;
}
