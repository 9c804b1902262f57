"use client";

import { useEffect, useState } from "react";
import type { SearchAnswer, SearchQuestion } from "@/components/search/answer";
import { recentIds } from "@/components/search/recent";
import { routes } from "@/lib/routes";

/** Between the last key and the question. */
const PAUSE_MS = 25;

interface Answered {
  answer: SearchAnswer | null;
  /** The text that it answers; what is shown may be a key behind. */
  of: string | null;
  failed: boolean;
}

/**
 * The answer to what is typed. The one before stays until the next is there, so that nothing flickers; an answer to
 * something that is no longer typed is dropped. `tries`: another number asks the same again.
 */
export function useAnswer(text: string, tries: number): Answered {
  const [answered, setAnswered] = useState<Answered>({ answer: null, of: null, failed: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks the same again.
  useEffect(() => {
    const stop = new AbortController();
    const ask = async () => {
      const answer = await fetchAnswer(text, stop.signal);
      if (stop.signal.aborted) return;
      setAnswered((before) =>
        answer ? { answer, of: text, failed: false } : { answer: before.answer, of: null, failed: true },
      );
    };
    const timer = setTimeout(() => void ask(), text === "" ? 0 : PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, tries]);
  return answered;
}

/** What our own route answered; both ends are one program, so its shape is known. Null when there is no answer. */
async function fetchAnswer(query: string, signal: AbortSignal): Promise<SearchAnswer | null> {
  const question: SearchQuestion = { query, recent: query === "" ? recentIds() : [] };
  try {
    const answer = await fetch(routes.search(), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(question),
      signal,
      cache: "no-store",
    });
    // Signed out meanwhile: the page itself shows the way in.
    if (answer.status === 401) location.reload();
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
