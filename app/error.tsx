"use client";

import { Failure } from "@/components/feedback/failure";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main>
      <Failure error={error} retry={retry} home="/" />
    </main>
  );
}
