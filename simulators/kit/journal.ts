export interface JournalEntry {
  n: number;
  at: string;
  method: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  request: string;
  status: number;
  answer: string;
  effect: string | null;
  fault: string | null;
}

/** What one request changed, without the request: short enough to be read again and again in a long run. */
export interface Effect {
  /** That of its entry in the journal. */
  n: number;
  effect: string;
}

export interface EffectsSince {
  /** The newest effect that is kept no more: whoever had not read as far has missed something. */
  forgotten: number;
  effects: Effect[];
}

export interface Journal {
  readonly entries: readonly JournalEntry[];
  note(entry: Omit<JournalEntry, "n">): void;
  /** What was changed after the entry `n`, the oldest first. */
  effectsSince(n: number): EffectsSince;
  forget(): void;
}

export interface JournalKeeps {
  entries: number;
  /** Of requests and answers: whole lists go out again and again and would fill the memory long before their number. */
  characters: number;
  effects: number;
}

const lengthOf = (entry: JournalEntry | undefined): number =>
  (entry?.request.length ?? 0) + (entry?.answer.length ?? 0);

/** What a simulator was asked and what came of it, in order; the oldest goes when it grows too long. */
export function openJournal(
  keeps: JournalKeeps = { entries: 20_000, characters: 200_000_000, effects: 200_000 },
): Journal {
  const entries: JournalEntry[] = [];
  const effects: Effect[] = [];
  let n = 0;
  let characters = 0;
  let forgotten = 0;

  return {
    entries,
    note: (what) => {
      n += 1;
      const entry = { n, ...what };
      entries.push(entry);
      characters += lengthOf(entry);
      while (entries.length > keeps.entries || (characters > keeps.characters && entries.length > 1))
        characters -= lengthOf(entries.shift());
      if (entry.effect === null) return;
      effects.push({ n, effect: entry.effect });
      if (effects.length > keeps.effects) forgotten = effects.shift()?.n ?? forgotten;
    },
    effectsSince: (since) => {
      const first = effects.findIndex((one) => one.n > since);
      return { forgotten, effects: first < 0 ? [] : effects.slice(first) };
    },
    forget: () => {
      entries.length = 0;
      effects.length = 0;
      characters = 0;
      forgotten = n;
    },
  };
}
