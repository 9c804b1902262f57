import { versionAnswer } from "@/app/api/desk/version-answer";
import { runVersion } from "@/lib/runs/version";

/** A run's version: its step and its counts. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return versionAnswer((ctx) => runVersion(ctx, id));
}
