"use client";

import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

const SOON_MS = 2_000;

export interface LivePageProps {
  /** Answers the present version as one word. */
  url: string;
  /** The version that the page was drawn from. */
  version: string;
  everyMs?: number;
}

/** Keeps a page fresh while something is under way: drawn again whenever its version changes. */
export function LivePage(props: LivePageProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Watch {...props} />
    </QueryClientProvider>
  );
}

function Watch({ url, version, everyMs = SOON_MS }: LivePageProps) {
  const router = useRouter();
  const { data } = useQuery({
    queryKey: [url],
    queryFn: async ({ signal }) => {
      const answer = await fetch(url, { signal, cache: "no-store" });
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.text();
    },
    refetchInterval: everyMs,
  });
  useEffect(() => {
    if (data !== undefined && data !== version) router.refresh();
  }, [data, version, router]);
  return null;
}
