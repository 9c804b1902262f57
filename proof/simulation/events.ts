import { findConnection } from "@/lib/connections/open-line";
import { applyMessage } from "@/lib/inbox/apply";
import { receiveMessage } from "@/lib/inbox/receive";
import type { Incoming } from "@/lib/providers/contract";
import type { Carry, Outgoing } from "@/simulators/kit/simulator";
import { failedBy } from "./failures";
import { CREDITOR, type World } from "./world";

const MONTH_MS = 30 * 86_400_000;

const asIncoming = ({ method, url, headers, body }: Outgoing): Incoming => ({
  method,
  query: Object.fromEntries(new URL(url).searchParams),
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  body: new Uint8Array(body),
});

/** A message at our door: stored, answered, and then applied by whoever took it in, as the web does. */
function arrive(world: World, incoming: Incoming, what: string): void {
  world.arrivals += 1;
  const work = async () => {
    const ctx = world.worker();
    const connection = await findConnection(ctx.db.read, CREDITOR, world.connectionId);
    const { reply, messageId } = await receiveMessage(ctx, connection, incoming);
    world.scheduler.note(`answers ${reply.status} to ${what}`);
    if (messageId) await applyMessage(ctx, messageId);
  };
  world.scheduler.begin(`${what}-${world.arrivals}`, work, failedBy(world, what));
}

/** How late an event is: mostly at once, sometimes hours, now and then a month. */
function delayOf(world: World): number {
  const { dice } = world;
  switch (dice.weighted({ soon: 6, minutes: 2, hours: 1, month: 0.3 })) {
    case "soon":
      return dice.spread(1, 5_000);
    case "minutes":
      return dice.spread(5_000, 3_600_000);
    case "hours":
      return dice.spread(3_600_000, 86_400_000);
    default:
      return dice.spread(86_400_000, MONTH_MS);
  }
}

/** The way of the provider's own messages to us: they get lost, come twice, late and in any order. */
export function carryIn(world: () => World): Carry {
  return async (message) => {
    const at = world();
    const { scheduler, dice, weather } = at;
    at.heard = message;
    // What happens while the scene is set comes to the desk by polling.
    if (scheduler.calm) return { status: 200, text: "TRUE| kept" };
    const rough = dice.chance(weather.harshness);
    const fate = rough ? dice.weighted({ lost: 3, unanswered: 2, repeated: 3, late: 4 }) : "delivered";
    if (rough) weather.noted(`event ${fate}`);
    if (fate === "lost") return { status: 200, text: "TRUE| lost" };
    const copies = fate === "repeated" ? 2 + dice.below(4) : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const delay = fate === "delivered" ? dice.spread(1, 2_000) : delayOf(at);
      scheduler.at(scheduler.now + delay, () => arrive(at, asIncoming(message), "event"));
    }
    if (fate === "unanswered") throw new Error("no answer");
    return { status: 200, text: "TRUE| taken" };
  };
}

/** Somebody who is not the provider: a changed copy of what it once sent, or nothing like it. */
export function forge(world: World): void {
  const { dice } = world;
  const model = world.heard;
  const text = model?.body.toString("utf8") ?? '{"objectType":"payment","eventType":"settled","data":"x"}';
  const bodies = [
    text.replace(/[0-9]/g, String(dice.below(10))),
    text.slice(0, dice.below(text.length + 1)),
    text.replace(/collected|settled|rejected/g, "chargeback"),
    dice.bytes(60).toString("latin1"),
    "",
  ];
  const headers = model ? asIncoming(model).headers : { "content-type": "application/json" };
  world.weather.noted("event forged");
  const body = new Uint8Array(Buffer.from(dice.pick(bodies), "utf8"));
  arrive(world, { method: "POST", query: {}, headers: { ...headers, signature: "00" }, body }, "forgery");
}
