import { creditors } from "@/db/schema";
import { within } from "@/lib/api/within";
import { anyFence } from "@/lib/instance/fence";
import { faultLine, log } from "@/lib/log";
import { runtime } from "@/lib/runtime";
import manifest from "@/package.json";

const PATIENCE_MS = 3_000;
const headers = { "cache-control": "no-store" };

/** 200 while the database can be read, with whether anything is sent; 503 with a reason when it cannot. */
export async function GET(): Promise<Response> {
  const { version } = manifest;
  const unable = (reason: string) =>
    Response.json({ status: "unavailable", reason, version }, { status: 503, headers });
  try {
    const { db } = await runtime();
    const answered = within(PATIENCE_MS, db.read.select({ id: creditors.id }).from(creditors).limit(1));
    if (!(await answered)) return unable("The database does not answer.");
    const fence = await anyFence(db.read);
    const sending = fence
      ? { sending: "fenced", fenced: { since: fence.since, why: fence.why } }
      : { sending: "on" };
    return Response.json({ status: "ok", database: db.engine, version, ...sending }, { headers });
  } catch (error) {
    log("error", "not healthy", { fault: faultLine(error) });
    return unable("The database cannot be read.");
  }
}
