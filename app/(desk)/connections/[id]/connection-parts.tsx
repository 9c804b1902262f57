import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { AgreementsPart } from "@/app/(desk)/connections/[id]/agreements-part";
import { AssumptionsPart } from "@/app/(desk)/connections/[id]/assumptions-part";
import { CallsPart } from "@/app/(desk)/connections/[id]/calls-part";
import { EventsPart } from "@/app/(desk)/connections/[id]/events-part";
import type { ConnectionView } from "@/app/(desk)/connections/[id]/load";
import { type Part, parts } from "@/app/(desk)/connections/[id]/part";
import { hrefWith } from "@/components/data-table/address";
import { Skeleton } from "@/components/feedback/skeleton";
import { TabLinks } from "@/components/ui/tab-links";
import type { Ctx } from "@/lib/context";
import { formatNumber } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";

/** The parts of the record as tabs, and the one that is open. */
export async function ConnectionParts({
  ctx,
  view,
  part,
  after,
}: {
  ctx: Ctx;
  view: ConnectionView;
  part: Part;
  after: string | undefined;
}) {
  const { connection, reader } = view;
  const t = await getTranslations("connections");
  const address = { path: routes.connection(connection.id), params: {} };
  const counts: Partial<Record<Part, number>> = { agreements: connection.agreements.length };
  return (
    <>
      <div className="record-part pt-4">
        <TabLinks
          tabs={parts.map((one) => ({
            label: t(`parts.${one}`),
            href: hrefWith(address, { part: one }),
            current: one === part,
            ...(counts[one] === undefined ? {} : { count: formatNumber(counts[one], reader.locale) }),
          }))}
        />
      </div>
      <div className="record-part">
        {part === "agreements" ? <AgreementsPart view={view} /> : null}
        {part === "assumptions" ? <AssumptionsPart view={view} /> : null}
        {part === "calls" ? (
          <Suspense key={`calls ${after}`} fallback={<TrafficSkeleton label={t("parts.calls")} />}>
            <CallsPart ctx={ctx} view={view} after={after} />
          </Suspense>
        ) : null}
        {part === "events" ? (
          <Suspense key={`events ${after}`} fallback={<TrafficSkeleton label={t("parts.events")} />}>
            <EventsPart ctx={ctx} view={view} after={after} />
          </Suspense>
        ) : null}
      </div>
    </>
  );
}

/** Calls or events while they are on their way. */
function TrafficSkeleton({ label }: { label: string }) {
  return <Skeleton heads={[label]} rows={8} label={label} />;
}
