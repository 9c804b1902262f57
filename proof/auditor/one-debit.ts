import { type DeskRows, groupBy, type ProviderEffect, type ProviderRows, type Violation } from "./rows";

/** What was made and not ended, by the thing of ours it was made for. */
function liveBy(effects: readonly ProviderEffect[], made: string, ended: string) {
  const gone = new Set(
    effects.filter((one) => one.kind === ended).map((one) => `${one.provider}\n${one.id}`),
  );
  const live = effects.filter((one) => one.kind === made && !gone.has(`${one.provider}\n${one.id}`));
  return groupBy(live, (one) => `${one.provider}\n${one.ours}`);
}

/** I1: each intent has at most one live debit, and each mandate one life, at the provider. */
export function oneDebit(desk: DeskRows, provider: ProviderRows): Violation[] {
  const debits = liveBy(provider.effects, "debit.created", "debit.cancelled");
  const made = groupBy(
    provider.effects.filter((one) => one.kind === "debit.created"),
    (one) => `${one.provider}\n${one.ours}`,
  );
  const mandates = liveBy(provider.effects, "mandate.created", "mandate.ended");
  const intents = groupBy(desk.submissions, (one) => one.subjectId);
  const moves = groupBy(desk.moves, (one) => one.subjectId);
  const known = new Set<string>();
  const found: Violation[] = [];
  const add = (subject: string, what: string) => found.push({ invariant: "I1", subject, what });

  for (const payment of desk.payments) {
    if (payment.origin === "provider") continue;
    const name = `${payment.provider}\n${payment.reference}`;
    known.add(name);
    const live = debits.get(name) ?? [];
    if (live.length > 1) add(payment.id, `has ${live.length} live debits: ${live.map((one) => one.id)}`);
    for (const one of live)
      if (one.amountMinor !== payment.amountMinor || one.currency !== payment.currency)
        add(payment.id, `was taken as ${one.currency} ${one.amountMinor}, not ${payment.amountMinor}`);
    const ending = wrongEnd(
      intents.get(payment.id) ?? [],
      moves.get(payment.id) ?? [],
      live.length,
      made.has(name),
    );
    if (ending) add(payment.id, ending);
  }
  for (const mandate of desk.mandates) {
    const names = new Set(
      [mandate.id, mandate.requestKey ?? mandate.id].map((one) => `${mandate.provider}\n${one}`),
    );
    for (const name of names) known.add(name);
    const lives = [...names].flatMap((name) => mandates.get(name) ?? []);
    if (lives.length > 1) add(mandate.id, `exists ${lives.length} times: ${lives.map((one) => one.id)}`);
    const first = [...names].flatMap((name) => debits.get(name) ?? []);
    if (first.length > 1) add(mandate.id, `has ${first.length} first debits`);
  }
  for (const effect of provider.effects)
    if (effect.ours !== null && !known.has(`${effect.provider}\n${effect.ours}`))
      add(effect.id, `${effect.kind} for ${effect.ours}, of which the desk knows nothing`);
  return found;
}

/**
 * What became of a payment's intent here against what lives there; a person's own verdict is not second-guessed. Who
 * said that it did not arrive may give the payment up: that it did is then shown, and not undone.
 */
function wrongEnd(
  intents: DeskRows["submissions"],
  moves: DeskRows["moves"],
  live: number,
  made: boolean,
): string | undefined {
  const creates = intents.filter(
    (one) => one.operation === "payment.create" && one.resolution !== "did_happen",
  );
  const has = (state: string) => creates.some((one) => one.state === state);
  if (has("confirmed") && !made) return "is confirmed here and does not exist there";
  if (has("refused") && live > 0) return "was refused, and a live debit exists there";
  const saidAbsent = creates.some((one) => one.resolution === "did_not_happen" && one.resolvedBy !== null);
  if (moves.some((one) => one.move === "cancel") && live > 0 && !saidAbsent)
    return "was cancelled before it left, and a live debit exists there";
  return undefined;
}
