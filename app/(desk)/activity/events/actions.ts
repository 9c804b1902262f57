"use server";

import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import { pieceText } from "@/app/(desk)/activity/events/event-words";
import { nameOf, namesOf } from "@/app/(desk)/activity/names";
import { runForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import type { Ctx } from "@/lib/context";
import { isTelling } from "@/lib/evidence/admitted";
import { replayMessage, replayMessages } from "@/lib/inbox/replay";
import { type TriedReplay, tryReplay } from "@/lib/inbox/try-replay";

/** More lines than this nobody reads; the replay itself does them all. */
const LINES = 12;

/** A dry run, or a replay. Sends `message`, and which of both to `do`; a dry run answers its lines as the form's result. */
export async function eventAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("activity.event");
  let lines: string[] = [];
  const state = await runForm(data, async (ctx, { message = "", do: act }) => {
    if (act === "replay") {
      await replayMessage(ctx, message);
      refresh();
      return { message: t("replayed") };
    }
    lines = await linesOf(ctx, await tryReplay(ctx, message));
    return { message: "" };
  });
  return lines.length > 0 ? { ...state, result: lines.join("\n") } : state;
}

async function linesOf(ctx: Ctx, { admitted, complete, absent }: TriedReplay): Promise<string[]> {
  const [t, states] = await Promise.all([getTranslations("activity"), getTranslations("states")]);
  if (!complete) return [t("event.triedUnread")];
  if (admitted.length === 0) return [t(absent > 0 ? "event.triedAbsent" : "event.triedNothing")];
  const telling = admitted.filter(isTelling);
  if (telling.length === 0) return [t("event.triedNothing"), ...why(admitted)];
  const names = await namesOf(
    ctx,
    telling.map(({ subjectId }) => subjectId),
  );
  const told = telling.slice(0, LINES).map(({ subjectId, word, rule, ...piece }) => {
    const effect = pieceText(piece, t, states);
    return subjectId
      ? t("event.piece", { name: nameOf(names.get(subjectId), subjectId), effect, word, rule })
      : t("event.pieceNowhere", { effect, word, rule });
  });
  return [t("event.tried"), ...told];

  function why(pieces: TriedReplay["admitted"]): string[] {
    return [...new Set(pieces.map((piece) => pieceText(piece, t, states)))];
  }
}

/** Several parked events once more. Sends each as `message`. */
export async function replaySelectedAction(_: FormState, data: FormData): Promise<FormState> {
  const t = await getTranslations("activity.event");
  const ids = data.getAll("message").filter((id) => typeof id === "string");
  return runForm(data, async (ctx) => {
    const n = await replayMessages(ctx, ids);
    refresh();
    return { message: t("replayedMany", { n }) };
  });
}
