import { versionAnswer } from "@/app/api/desk/version-answer";
import { importVersion } from "@/lib/imports/list";

/** An import's version: its step and its counts. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return versionAnswer((ctx) => importVersion(ctx, id));
}
