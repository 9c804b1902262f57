/** Does a thing until it is so, at most for twenty-five seconds: a busy machine is no failure. */
export async function until(what: () => Promise<boolean>, step: () => Promise<unknown>): Promise<void> {
  for (const end = Date.now() + 25_000; Date.now() < end; ) {
    if (await what()) return;
    await step();
  }
  throw new Error("it did not come about in time");
}
