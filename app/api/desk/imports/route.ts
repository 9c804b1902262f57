import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { fileProblemText } from "@/app/(desk)/mandates/import/problem-words";
import { signedIn } from "@/app/session";
import { sameOrigin } from "@/lib/access/same-origin";
import { LARGEST_FILE } from "@/lib/imports/limits";
import { uploadImport } from "@/lib/imports/upload";
import { AppError } from "@/lib/kernel/errors";
import { faultLine, log } from "@/lib/log";
import { refusalOf } from "@/lib/refusal";
import { routes } from "@/lib/routes";

export type UploadAnswer = { to: string } | { problem: string };

const headers = { "cache-control": "no-store" };
const answer = (status: number, body: UploadAnswer) => Response.json(body, { status, headers });

/** Takes a file in as it streams; it is never whole in memory. Answers where to look at it, or what is wrong with it. */
export async function POST(request: Request): Promise<Response> {
  const t = await getTranslations("errors");
  if (!sameOrigin(request)) return new Response(null, { status: 403, headers });
  const found = await signedIn();
  if (!found) return answer(401, { problem: t("codes.not_signed_in") });
  const said = Number(request.headers.get("content-length") ?? 0);
  const megabytes = LARGEST_FILE / 1_000_000;
  if (said > LARGEST_FILE)
    return answer(413, { problem: (await fileProblemText("file_too_large", { megabytes })) ?? "" });
  try {
    const id = await uploadImport(found.ctx, { name: nameOf(request), body: piecesOf(request) });
    return answer(200, { to: routes.import(id) });
  } catch (error) {
    return answer(422, { problem: await problemText(error) });
  }
}

async function problemText(error: unknown): Promise<string> {
  const t = await getTranslations("errors");
  const refusal = refusalOf(error);
  if (refusal instanceof AppError) {
    const file = await fileProblemText(refusal.fields.file, refusal.params);
    return file ?? t(`codes.${refusal.code}` as "codes.invalid");
  }
  const reference = randomUUID().slice(0, 8);
  log("error", "upload failed", { reference, fault: faultLine(error) });
  return `${t("fault")} ${reference}`;
}

/** A file's name travels in a header, which takes no letters beyond ASCII. */
function nameOf(request: Request): string {
  const given = request.headers.get("x-file-name") ?? "";
  try {
    return decodeURIComponent(given);
  } catch {
    return given;
  }
}

async function* piecesOf({ body }: Request): AsyncGenerator<Uint8Array, void> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
