/**
 * What is due, an equal share of each connection that has something, the connections taking turns: or one that does not
 * answer would starve the others with all it has. At least one of each, so that it may be more than the limit.
 */
export async function inTurns<Due>(
  connectionIds: readonly string[],
  limit: number,
  dueOf: (connectionId: string, share: number) => Promise<Due[]>,
): Promise<Due[]> {
  const share = Math.ceil(limit / Math.max(connectionIds.length, 1));
  const queues: Due[][] = [];
  for (const id of connectionIds) queues.push(await dueOf(id, share));
  return Array.from({ length: share }, (_, turn) => queues.flatMap((queue) => queue[turn] ?? [])).flat();
}
