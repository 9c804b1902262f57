import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { ActivityHead } from "@/app/(desk)/activity/activity-head";
import { ActivitySkeleton } from "@/app/(desk)/activity/activity-skeleton";
import { EventFilters } from "@/app/(desk)/activity/events/event-filters";
import { EventList } from "@/app/(desk)/activity/events/event-list";
import { readWishes } from "@/app/(desk)/activity/events/wishes";
import { maySeeActivity } from "@/app/(desk)/activity/may-see-activity";
import { NoActivity } from "@/app/(desk)/activity/no-permission";
import { requireSignedIn } from "@/app/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activity");
  return { title: t("events") };
}

/** Everything that providers sent, what it did, and what waits for a person. */
export default async function EventsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ ctx }, params] = await Promise.all([requireSignedIn(), searchParams]);
  const wishes = readWishes(params);
  if (!maySeeActivity(ctx) && !wishes.filter.subjectId) return <NoActivity ctx={ctx} />;
  return (
    <>
      <ActivityHead view="events" />
      <EventFilters ctx={ctx} wishes={wishes} />
      <Suspense key={JSON.stringify(wishes.address.params)} fallback={<ActivitySkeleton view="events" />}>
        <EventList ctx={ctx} wishes={wishes} />
      </Suspense>
    </>
  );
}
