import { versionAnswer } from "@/app/api/desk/version-answer";
import { eventVersion } from "@/lib/messages/events";

/** An event's version. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  return versionAnswer(async (ctx) => eventVersion(ctx, id));
}
