import { versionAnswer } from "@/app/api/desk/version-answer";
import { notFound } from "@/lib/kernel/errors";
import { debtorVersion, recordVersion } from "@/lib/records/version";

/** A record's version. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ noun: string; id: string }> },
): Promise<Response> {
  const { noun, id } = await params;
  return versionAnswer(async (ctx) => {
    if (noun === "debtor") return debtorVersion(ctx, id);
    if (noun !== "mandate" && noun !== "payment") throw notFound();
    return recordVersion(ctx, { noun, id });
  });
}
