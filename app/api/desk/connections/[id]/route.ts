import { versionAnswer } from "@/app/api/desk/version-answer";
import { connectionVersion } from "@/lib/connections/version";

/** A connection's version. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return versionAnswer((ctx) => connectionVersion(ctx, id));
}
