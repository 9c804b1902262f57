import { getLocale } from "next-intl/server";
import { signedIn } from "@/app/session";
import { templateFile } from "@/lib/imports/template";
import { AppError } from "@/lib/kernel/errors";

const noStore = { "cache-control": "no-store" };

/** An empty file with the columns that an agreement asks for, named in the reader's language. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const found = await signedIn();
  if (!found) return new Response(null, { status: 401, headers: noStore });
  const { id } = await params;
  try {
    const { name, text } = await templateFile(found.ctx, id, await getLocale());
    const headers = {
      ...noStore,
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
    };
    return new Response(text, { headers });
  } catch (error) {
    if (error instanceof AppError) return new Response(null, { status: 404, headers: noStore });
    throw error;
  }
}
