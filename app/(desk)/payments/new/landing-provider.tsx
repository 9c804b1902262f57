"use client";

import { keepPreviousData, QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { LandingView, Typed } from "@/app/(desk)/payments/new/landing-view";
import { routes } from "@/lib/routes";

/** Between the last key and the question. */
const PAUSE_MS = 250;
/** The time left until the cut-off runs on while nobody types. */
const AGAIN_MS = 30_000;

interface Seen {
  view: LandingView;
  /** The last question had no answer: what is shown is older than what is typed. */
  failed: boolean;
  /** The day shown for what is typed now; empty while that is still being found out. */
  foreseen: string;
  refetch: () => void;
}

const LandingContext = createContext<Seen | null>(null);

export function useLanding(): Seen {
  const seen = useContext(LandingContext);
  if (!seen) throw new Error("outside the landing provider");
  return seen;
}

/** Follows what is typed into the form around it, and shares where the payment would land. */
export function LandingProvider(props: {
  mandateId: string;
  /** What the fields hold at first, and how that lands: the server looked already. */
  start: Typed;
  initial: LandingView;
  children: ReactNode;
}) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <Follow {...props} />
    </QueryClientProvider>
  );
}

function Follow({
  mandateId,
  start,
  initial,
  children,
}: {
  mandateId: string;
  start: Typed;
  initial: LandingView;
  children: ReactNode;
}) {
  const [typed, setTyped] = useState(start);
  const settled = useSettled(typed);
  const atStart = settled.amount === start.amount && settled.due === start.due;
  const { data, isError, isPlaceholderData, refetch } = useQuery({
    queryKey: ["landing", mandateId, settled],
    queryFn: ({ signal }) => fetchLanding(mandateId, settled, signal),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
    ...(atStart ? { initialData: initial, staleTime: AGAIN_MS } : {}),
  });
  const view = data ?? initial;
  const current = !isPlaceholderData && typed.due === settled.due;
  return (
    <LandingContext value={{ view, failed: isError, foreseen: current ? view.due : "", refetch }}>
      <div
        className="contents"
        onInput={({ target }) => {
          if (!(target instanceof HTMLInputElement)) return;
          const { name, value } = target;
          if (name === "amount" || name === "due") setTyped((before) => ({ ...before, [name]: value }));
        }}
      >
        {children}
      </div>
    </LandingContext>
  );
}

/** The value once it has not changed for a moment. */
function useSettled(value: Typed): Typed {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** What our own route answered; both ends are one program, so its shape is known. */
async function fetchLanding(mandateId: string, typed: Typed, signal: AbortSignal): Promise<LandingView> {
  const query = new URLSearchParams({ mandate: mandateId, ...typed });
  const answer = await fetch(`${routes.landing()}?${query}`, { signal, cache: "no-store" });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}
