import type { Permission } from "@/lib/access/permissions";
import { allows } from "@/lib/kernel/moves";
import type { StorySubmission } from "@/lib/records/story";
import type { MandateRow } from "./columns";
import { type MandateState, mandateMoves } from "./states";

interface Around {
  permissions: ReadonlySet<Permission>;
  submissions: readonly Pick<StorySubmission, "sentAt">[];
}

/** Whether a mandate can be put aside, or used again, now. The verb decides; this says so before. */
export function mayPause(
  act: "suspend" | "resume",
  { state }: { state: MandateState },
  { permissions }: Pick<Around, "permissions">,
): { how: "suspend" | "resume" } | { off: "permission" | "state" } {
  if (!permissions.has("mandates.stop")) return { off: "permission" };
  return allows(mandateMoves[act], state) ? { how: act } : { off: "state" };
}

/** Whether there is something to ask its provider about. */
export function mayAsk(
  { providerId }: Pick<MandateRow, "providerId">,
  { permissions, submissions }: Around,
): { how: "ask" } | { off: "permission" | "never_sent" } {
  if (providerId === null && submissions.every((one) => one.sentAt === null)) return { off: "never_sent" };
  return permissions.has("submissions.ask") ? { how: "ask" } : { off: "permission" };
}
