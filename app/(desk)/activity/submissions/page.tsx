import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import type { SearchParams } from "@/app/(desk)/_shared/search-params";
import { ActivityHead } from "@/app/(desk)/activity/activity-head";
import { ActivitySkeleton } from "@/app/(desk)/activity/activity-skeleton";
import { maySeeActivity } from "@/app/(desk)/activity/may-see-activity";
import { NoActivity } from "@/app/(desk)/activity/no-permission";
import { SubmissionFilters } from "@/app/(desk)/activity/submissions/submission-filters";
import { SubmissionList } from "@/app/(desk)/activity/submissions/submission-list";
import { readWishes } from "@/app/(desk)/activity/submissions/wishes";
import { requireSignedIn } from "@/app/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("activity");
  return { title: t("submissions") };
}

/** Everything we wanted to happen at a provider, with what came of it. */
export default async function SubmissionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ ctx }, params] = await Promise.all([requireSignedIn(), searchParams]);
  const wishes = readWishes(params);
  if (!maySeeActivity(ctx) && !wishes.filter.subjectId) return <NoActivity ctx={ctx} />;
  return (
    <>
      <ActivityHead view="submissions" />
      <SubmissionFilters ctx={ctx} wishes={wishes} />
      <Suspense
        key={JSON.stringify(wishes.address.params)}
        fallback={<ActivitySkeleton view="submissions" />}
      >
        <SubmissionList ctx={ctx} wishes={wishes} />
      </Suspense>
    </>
  );
}
