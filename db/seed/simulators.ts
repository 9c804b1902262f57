import type { SimulatorId } from "./desk";

/** Posts to a simulator's control surface. */
export async function control(address: string, route: string, input: object = {}): Promise<unknown> {
  const answer = await fetch(`${address}${route}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  if (!answer.ok) throw new Error(`${route}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Reads from a simulator's control surface. */
export async function show(address: string, route: string): Promise<unknown> {
  const answer = await fetch(`${address}${route}`);
  if (!answer.ok) throw new Error(`${route}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Moves the clock that the simulators share, and lets each of them do what has become due. */
export async function moveClock(simulators: Record<SimulatorId, string>, instant: Date): Promise<void> {
  await control(simulators.debitdirect, "/_sim/clock", { set: instant.toISOString() });
  for (const other of [simulators["mastercard-bs"], simulators.paynl])
    await control(other, "/_sim/clock", { advance_ms: 0 });
}
