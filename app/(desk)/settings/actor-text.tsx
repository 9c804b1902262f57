import { getTranslations } from "next-intl/server";
import type { AuditRow } from "@/lib/audit/list";

/** Who did it: a person by name, and by what else it can be done. */
export async function ActorText({ row: { actorKind, actorName } }: { row: AuditRow }) {
  const t = await getTranslations("settings.audit.via");
  if (actorKind === "person") return actorName;
  return (
    <>
      {actorName} <span className="text-ink-3">{t(actorKind)}</span>
    </>
  );
}
