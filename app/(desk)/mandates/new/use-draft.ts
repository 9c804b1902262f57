"use client";

import { type RefObject, useCallback, useEffect, useEffectEvent, useRef, useState } from "react";
import type { DraftAnswer } from "@/app/api/desk/mandate-draft/route";
import { routes } from "@/lib/routes";

/** After the last key; leaving a field saves at once. */
const PAUSE_MS = 800;
const AGAIN_MS = 5_000;
/** What names the form is not what was typed into it. */
const fixed = ["request_id", "draft_id", "agreement_id", "debtor_id", "from_id", "change_of", "q"];

export type DraftStatusNow =
  | { kind: "unsaved" | "saving" | "offline" | "signedOut" | "stored" }
  | { kind: "saved" | "conflict"; clock: string }
  | { kind: "gone" | "too_many" | "too_large" | "refused" };

interface Draft {
  id: string;
  version: number;
}

/** Everything but what names the form, and the framework's own. */
function typed(form: HTMLFormElement): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && !name.startsWith("$") && !fixed.includes(name)) values[name] = value;
  return values;
}

function bodyOf(form: HTMLFormElement, draft: Draft, apart: boolean): string {
  const data = new FormData(form);
  const one = (name: string) => (typeof data.get(name) === "string" ? data.get(name) || null : null);
  const { id, version } = draft;
  return JSON.stringify({
    id,
    version,
    apart,
    agreement: one("agreement_id"),
    debtor: one("debtor_id"),
    from: one("from_id"),
    change: one("change_of"),
    values: typed(form),
  });
}

/** Null when nobody answered. */
async function post(body: string, keepalive: boolean): Promise<DraftAnswer | "signedOut" | null> {
  try {
    const answer = await fetch(routes.mandateDraft(), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
      cache: "no-store",
      // Outlives the page, as long as it is small enough for that.
      keepalive: keepalive && body.length < 60_000,
    });
    if (answer.status === 401) return "signedOut";
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/**
 * Saves a form by itself while it is typed: one save at a time, the newest text always last. Without a connection the
 * text stays in the form and is saved when there is one again. A draft that another page has saved since is left alone.
 */
export function useDraft(marker: RefObject<HTMLElement | null>, begin: Draft) {
  const [status, setStatus] = useState<DraftStatusNow>({ kind: begin.version > 0 ? "stored" : "unsaved" });
  const draft = useRef(begin);
  const busy = useRef(false);
  const dirty = useRef(false);
  const stopped = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const save = useCallback(
    async (leaving = false): Promise<void> => {
      const form = marker.current?.closest("form");
      if (!form || busy.current || stopped.current || !dirty.current) return;
      clearTimeout(timer.current);
      busy.current = true;
      dirty.current = false;
      setStatus({ kind: "saving" });
      const answer = await post(bodyOf(form, draft.current, false), leaving);
      busy.current = false;
      if (answer === null || answer === "signedOut") {
        dirty.current = true;
        setStatus({ kind: answer === null ? "offline" : "signedOut" });
        timer.current = setTimeout(() => void save(), AGAIN_MS);
        return;
      }
      setStatus(answer);
      if (answer.kind === "conflict" || answer.kind === "gone") stopped.current = true;
      if (answer.kind !== "saved") return;
      if (draft.current.version === 0) nameInAddress(answer.id);
      draft.current = { id: answer.id, version: answer.version };
      if (dirty.current) timer.current = setTimeout(() => void save(), PAUSE_MS);
    },
    [marker],
  );

  useTyping(
    marker,
    () => {
      dirty.current = true;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), PAUSE_MS);
    },
    save,
  );
  useEffect(() => () => clearTimeout(timer.current), []);

  /** Keeps what stands here as a draft of its own, and goes on with that one. */
  const keepApart = async () => {
    const form = marker.current?.closest("form");
    if (!form) return;
    const answer = await post(bodyOf(form, draft.current, true), false);
    if (answer !== null && answer !== "signedOut" && answer.kind === "saved")
      window.location.assign(addressOf(answer.id));
    else setStatus({ kind: "offline" });
  };
  return { status, keepApart };
}

/** Tells of typing in the form around, and of the moments at which to save at once. */
function useTyping(
  marker: RefObject<HTMLElement | null>,
  typing: () => void,
  save: (leaving?: boolean) => Promise<void>,
): void {
  const onTyping = useEffectEvent(typing);
  useEffect(() => {
    const form = marker.current?.closest("form");
    const later = (event: Event) => {
      // The search for a debtor stands among the fields and is none of them.
      if (!(event.target instanceof HTMLInputElement && event.target.name === "q")) onTyping();
    };
    const now = () => void save();
    const leave = () => void save(true);
    form?.addEventListener("input", later);
    form?.addEventListener("focusout", now);
    window.addEventListener("online", now);
    window.addEventListener("pagehide", leave);
    return () => {
      form?.removeEventListener("input", later);
      form?.removeEventListener("focusout", now);
      window.removeEventListener("online", now);
      window.removeEventListener("pagehide", leave);
    };
  }, [marker, save]);
}

/** This page's address with its draft, so that reading it again goes on with what was typed. */
function addressOf(id: string): string {
  const query = new URLSearchParams(window.location.search);
  query.set("draft", id);
  return `${window.location.pathname}?${query}`;
}

function nameInAddress(id: string): void {
  window.history.replaceState(window.history.state, "", addressOf(id));
}
