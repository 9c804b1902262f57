import { eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import { findConnection } from "@/lib/connections/open-line";
import { subscribeEvents } from "@/lib/connections/subscribe";
import { applyMessage, dueMessages } from "@/lib/inbox/apply";
import { receiveMessage } from "@/lib/inbox/receive";
import type { Incoming, Reply } from "@/lib/providers/contract";
import { workerCtx } from "@/lib/runtime";
import { sendSubmission } from "@/lib/submissions/send";
import { closeLater } from "./close-later";
import type { DebitDirectDesk } from "./debitdirect";
import { type Listener, startListener } from "./listener";

const kept: Reply = { status: 200, contentType: "text/plain", body: "" };

/** Hands a web event to the inbox, as the web does. */
export async function receive(at: DebitDirectDesk, incoming: Incoming): Promise<Reply> {
  const { runtime, creditorId } = at.desk;
  const connection = await findConnection(runtime.db.read, creditorId, at.connectionId);
  return (await receiveMessage(workerCtx(runtime, creditorId), connection, incoming)).reply;
}

/** Subscribes to web events at a listener that hands them to the inbox, or only keeps them. */
export async function listening(
  at: DebitDirectDesk,
  { handsOn = true }: { handsOn?: boolean } = {},
): Promise<Listener> {
  const listener = await startListener((incoming) => (handsOn ? receive(at, incoming) : kept));
  closeLater(() => listener.close());
  const admin = { ...at.desk.as("admin"), publicUrl: new URL(listener.url).origin };
  await sendSubmission(admin, await subscribeEvents(admin, at.connectionId));
  return listener;
}

/** Lets the inbox work; polls nothing. */
export async function applyAll(at: Pick<DebitDirectDesk, "desk">): Promise<void> {
  const { runtime, creditorId } = at.desk;
  const worker = workerCtx(runtime, creditorId);
  for (const { id } of await dueMessages(worker, 500)) await applyMessage(worker, id);
}

/** What the inbox has kept. */
export const inbox = (at: Pick<DebitDirectDesk, "desk">) =>
  at.desk.runtime.db.read.select().from(messages).where(eq(messages.direction, "in"));

/** A web event as the provider writes one. */
export const webEvent = (objectType: string, eventType: string, data: unknown, timeStamp = ""): Incoming => ({
  method: "POST",
  query: {},
  headers: { "content-type": "application/json" },
  body: new TextEncoder().encode(JSON.stringify({ objectType, eventType, timeStamp, data })),
});

/** Every order in which things can come. */
export function ordersOf<T>(things: readonly T[]): T[][] {
  if (things.length < 2) return [[...things]];
  return things.flatMap((first, index) =>
    ordersOf(things.filter((_, at) => at !== index)).map((rest) => [first, ...rest]),
  );
}
