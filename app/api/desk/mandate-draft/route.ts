import { z } from "zod";
import { headers, openDesk, readBody } from "@/app/api/desk/post";
import { saveDraft } from "@/lib/drafts/save";
import { formatClock } from "@/lib/i18n/format";
import { AppError } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/ids";

/** What became of a save. `clock`: when, as people say it. */
export type DraftAnswer =
  | { kind: "saved"; id: string; version: number; clock: string }
  | { kind: "conflict"; clock: string }
  | { kind: "gone" | "too_many" | "too_large" | "refused" };

const ZONE = "Europe/Copenhagen";
const LONGEST = 200_000;
const idShape = z.string().max(64);
const bodyShape = z.strictObject({
  id: idShape,
  version: z.number().int().min(0).max(1_000_000),
  /** Another page has this draft: keep what stands here as one of its own. */
  apart: z.boolean(),
  agreement: idShape.nullable(),
  debtor: idShape.nullable(),
  from: idShape.nullable(),
  change: idShape.nullable(),
  values: z.record(z.string().max(64), z.string().max(60_000)),
});

const kinds: Readonly<Record<string, "too_many" | "too_large">> = {
  too_many_drafts: "too_many",
  too_large: "too_large",
};

/** Keeps a form that is being typed. A POST with everything in its body: a CPR or an account may be in it. */
export async function POST(request: Request): Promise<Response> {
  const desk = await openDesk(request);
  if (desk instanceof Response) return desk;
  const body = await readBody(request, bodyShape, LONGEST);
  if (!body) return answer({ kind: "too_large" });
  const { ctx } = desk;
  const id = body.apart ? newId("drf", ctx.clock.now()) : body.id;
  try {
    const saved = await saveDraft(ctx, {
      id,
      version: body.apart ? 0 : body.version,
      agreementId: body.agreement,
      debtorId: body.debtor,
      fromId: body.from,
      changeOf: body.change,
      values: body.values,
    });
    if (saved.kind === "gone") return answer({ kind: "gone" });
    const clock = formatClock(saved.at, ZONE);
    return answer(
      saved.kind === "saved" ? { kind: "saved", id, version: saved.version, clock } : { ...saved, clock },
    );
  } catch (error) {
    if (error instanceof AppError) return answer({ kind: kinds[error.code] ?? "refused" });
    throw error;
  }
}

const answer = (of: DraftAnswer): Response => Response.json(of, { headers });
