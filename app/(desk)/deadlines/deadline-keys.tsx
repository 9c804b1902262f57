import { getTranslations } from "next-intl/server";
import { TableFoot } from "@/components/data-table/table-foot";

/** What the letters do here. */
export async function DeadlineKeys() {
  const t = await getTranslations("deadlines.keys");
  return (
    // A telephone has no keys, and an empty bar would only take room.
    <div className="contents max-wide:hidden">
      <TableFoot
        hints={[]}
        more={[
          { keys: ["k"], label: t("earlier") },
          { keys: ["j"], label: t("later") },
          { keys: ["t"], label: t("today") },
        ]}
      />
    </div>
  );
}
