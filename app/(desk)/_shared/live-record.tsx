import { LivePage } from "@/app/(desk)/_shared/live-page";
import type { RecordRef } from "@/lib/records/story";
import { routes } from "@/lib/routes";

interface Props extends RecordRef {
  version: string;
  /** How often it is asked, in milliseconds; null where nothing comes by itself. */
  everyMs: number | null;
}

/** Keeps a record's page fresh while something is under way. */
export function LiveRecord({ noun, id, version, everyMs }: Props) {
  if (everyMs === null) return null;
  return <LivePage url={routes.recordVersion(noun, id)} version={version} everyMs={everyMs} />;
}
