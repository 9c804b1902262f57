import { versionAnswer } from "@/app/api/desk/version-answer";
import { getBulk } from "@/lib/bulk/get";

/** The version of one's own bulk work: its step and its counts. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return versionAnswer(async (ctx) => (await getBulk(ctx, id)).version);
}
