import { LivePage } from "@/app/(desk)/_shared/live-page";
import type { RecordRef } from "@/lib/records/story";
import { routes } from "@/lib/routes";

/** Keeps a record's page fresh while something is under way. */
export function LiveRecord({ noun, id, version }: RecordRef & { version: string }) {
  return <LivePage url={routes.recordVersion(noun, id)} version={version} />;
}
