import { failedBy } from "./failures";
import type { World } from "./world";

/** Lets one piece of work be done with nobody beside it. */
export async function alone(world: World, name: string, work: () => Promise<unknown>): Promise<void> {
  const { scheduler } = world;
  let over = false;
  const done = async () => {
    await work();
    over = true;
  };
  scheduler.begin(name, done, (error) => {
    over = true;
    failedBy(world, name)(error);
  });
  while (!over) {
    if (await scheduler.step()) continue;
    const next = scheduler.next();
    if (next === null) throw new Error(`seed ${world.seed}: ${name} waits for nothing`);
    await scheduler.advanceTo(next);
  }
}
