import { rowWords } from "@/app/(desk)/mandates/import/row-words";
import { signedIn } from "@/app/session";
import { sameOrigin } from "@/lib/access/same-origin";
import { badRows } from "@/lib/imports/bad-rows";
import { AppError } from "@/lib/kernel/errors";

const noStore = { "cache-control": "no-store" };

/** The rows that were not made, as a file. A POST: that somebody took them is written down. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  if (!sameOrigin(request)) return new Response(null, { status: 403, headers: noStore });
  const found = await signedIn();
  if (!found) return new Response(null, { status: 401, headers: noStore });
  const { ctx } = found;
  const { id } = await params;
  try {
    const { name, text } = await badRows(ctx, id, async (of) => {
      const words = await rowWords(ctx, of);
      return { row: words.rowHead, reason: words.reasonHead, says: (row) => words.reasons(row).join(" ") };
    });
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const next = await text.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      },
      cancel: async () => {
        await text.return();
      },
    });
    return new Response(body, {
      headers: {
        ...noStore,
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="errors.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
      },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return new Response(null, { status: error.code === "not_permitted" ? 403 : 404, headers: noStore });
  }
}
