/** Posts to a simulator's control surface; answers the JSON it gives. */
export async function control(url: string, route: string, input: object = {}): Promise<unknown> {
  const answer = await fetch(`${url}${route}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
  if (!answer.ok) throw new Error(`${route}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Reads from a simulator's control surface. */
export async function inspect(url: string, route: string): Promise<unknown> {
  const answer = await fetch(`${url}${route}`);
  if (!answer.ok) throw new Error(`${route}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Lets pending input and output happen. */
export const breathe = () => new Promise((resolve) => setImmediate(resolve));

/** Does a thing until it is so, at most for twenty-five seconds: a busy machine is no failure. */
export async function until(what: () => Promise<boolean>, step: () => Promise<unknown>): Promise<void> {
  for (const end = Date.now() + 25_000; Date.now() < end; ) {
    if (await what()) return;
    await step();
  }
  throw new Error("it did not come about in time");
}
