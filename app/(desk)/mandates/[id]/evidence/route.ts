import { getLocale } from "next-intl/server";
import { signedIn } from "@/app/session";
import { evidencePack } from "@/lib/evidence-pack/pack";
import { isLocale } from "@/lib/i18n/locale-choice";
import { AppError } from "@/lib/kernel/errors";

/** The evidence of a mandate as one file: `?notes=yes` for the internal notes too. Kept nowhere in between. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const found = await signedIn();
  if (!found) return new Response(null, { status: 401 });
  const [{ id }, locale] = await Promise.all([params, getLocale()]);
  const notes = new URL(request.url).searchParams.get("notes") === "yes";
  try {
    const pack = await evidencePack(found.ctx, {
      mandateId: id,
      notes,
      locale: isLocale(locale) ? locale : "en",
    });
    return new Response(pack.stream, {
      headers: {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="${pack.fileName}"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  } catch (error) {
    if (error instanceof AppError)
      return new Response(null, { status: error.code === "not_found" ? 404 : 403 });
    throw error;
  }
}
