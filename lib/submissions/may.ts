import type { Permission } from "@/lib/access/permissions";
import type { StorySubmission } from "@/lib/records/story";
import { isParked } from "./states";

interface Around {
  permissions: ReadonlySet<Permission>;
}

type Open = Pick<StorySubmission, "faults" | "nextAt" | "closedAt">;

/** Whether what stands still after faults of ours may be tried again now; null where nothing stands. */
export function mayTryAgain(
  open: Open | null,
  { permissions }: Around,
): { how: "try" } | { off: "permission" } | null {
  if (!open || !isParked(open)) return null;
  return permissions.has("submissions.ask") ? { how: "try" } : { off: "permission" };
}

/**
 * The request of which a person said that it did happen, where the record has never heard of it and they may take that
 * back. The verb decides; this says so before.
 */
export function mayTakeBack<One extends Pick<StorySubmission, "operation" | "resolution">>(
  record: { state: string; providerId: string | null },
  submissions: readonly One[],
  { permissions }: Around,
): One | null {
  if (record.providerId !== null || !["ready", "draft"].includes(record.state)) return null;
  if (!permissions.has("submissions.resolve")) return null;
  const said = ({ operation, resolution }: One) =>
    resolution === "did_happen" && (operation === "payment.create" || operation === "mandate.create");
  return submissions.find(said) ?? null;
}
