import { ConnectionsSkeleton } from "@/app/(desk)/connections/connections-skeleton";

/** A connection while it is on its way. */
export default function ConnectionLoading() {
  return (
    <div className="pt-12">
      <ConnectionsSkeleton />
    </div>
  );
}
