import { AsyncLocalStorage } from "node:async_hooks";
import type { Dice } from "./dice";

/** Somebody who does things: a worker, a person's request, a message that came in. */
export interface Actor {
  readonly name: string;
  /** A dead one never goes on: what it was about to do is not done. */
  alive: boolean;
  frozenUntil: number;
}

interface Strand {
  actor: Actor;
  label: string;
  resume(): void;
}

interface Timer {
  at: number;
  n: number;
  fire(): void;
}

/** Of the process, not of a schedule: each storage costs every promise of the process a little, for ever. */
const actors = new AsyncLocalStorage<Actor>();

/**
 * Virtual time and the order of things. What an actor does between two yield points is done alone: everybody else
 * stands at a yield point of their own, and the dice say who goes on next. So the interleaving is exact on every
 * database, transaction by transaction.
 */
export class Scheduler {
  now: number;
  readonly trace: string[] = [];
  /** Everything is done at once and nothing is interleaved: for setting up and for looking at the end. */
  calm = true;
  private readonly began: number;
  private readonly nobody: Actor = { name: "-", alive: true, frozenUntil: 0 };
  private ready: Strand[] = [];
  private timers: Timer[] = [];
  private made = 0;
  private busy = 0;
  private idle: (() => void)[] = [];

  constructor(
    start: Date,
    readonly dice: Dice,
  ) {
    this.now = start.getTime();
    this.began = this.now;
  }

  note(text: string, who = this.current().name): void {
    const seconds = ((this.now - this.began) / 1000).toFixed(3);
    this.trace.push(`${seconds.padStart(12)}  ${who.padEnd(12)} ${text}`);
  }

  current(): Actor {
    return actors.getStore() ?? this.nobody;
  }

  /** Lets an actor begin; what it throws is for `failed`. */
  begin(name: string, work: () => Promise<unknown>, failed: (error: unknown) => void): Actor {
    const actor: Actor = { name, alive: true, frozenUntil: 0 };
    actors.run(actor, () => {
      this.yieldAt("begins")
        .then(work)
        .catch((error: unknown) => {
          if (actor.alive) failed(error);
        });
    });
    return actor;
  }

  /** Stops here until the dice choose this one; forever when its actor is dead by then. */
  yieldAt(label: string): Promise<void> {
    const actor = this.current();
    return new Promise((resolve) => {
      this.ready.push({ actor, label, resume: resolve });
    });
  }

  /** A promise that is kept at an instant, or before by `release`; whoever waits for it then has to be chosen. */
  waitUntil(at: number, label: string): { done: Promise<void>; release(): void } {
    const actor = this.current();
    let open = true;
    let release = () => {};
    const done = new Promise<void>((resolve) => {
      release = () => {
        if (!open) return;
        open = false;
        this.ready.push({ actor, label, resume: resolve });
      };
    });
    this.at(at, release);
    return { done, release };
  }

  sleep(ms: number): Promise<void> {
    return this.waitUntil(this.now + ms, "wakes").done;
  }

  /** Does something at an instant, whoever is alive by then. */
  at(at: number, fire: () => void): void {
    this.made += 1;
    const timer = { at: Math.max(at, this.now), n: this.made, fire };
    const place = this.timers.findIndex((one) => one.at > timer.at);
    if (place === -1) this.timers.push(timer);
    else this.timers.splice(place, 0, timer);
  }

  /** Work outside of this process, such as a statement at the database: time does not go on before it is done. */
  async outside<T>(work: () => PromiseLike<T>): Promise<T> {
    this.busy += 1;
    try {
      return await work();
    } finally {
      this.busy -= 1;
      if (this.busy === 0) for (const tell of this.idle.splice(0)) tell();
    }
  }

  /** Until nobody runs: everybody stands at a yield point or waits for an instant. */
  async quiet(): Promise<void> {
    for (;;) {
      await new Promise(setImmediate);
      if (this.busy === 0) return;
      await new Promise<void>((resolve) => {
        this.idle.push(resolve);
      });
    }
  }

  /** Those who could go on now, at any yield point or at those of one kind. */
  waiting(label?: string): Actor[] {
    const strands = label === undefined ? this.ready : this.ready.filter((one) => one.label === label);
    return [...new Set(strands.map((one) => one.actor))].filter(
      (actor) => actor.alive && actor.frozenUntil <= this.now,
    );
  }

  /** Lets time go on to an instant; what was due by then has happened, in its order. */
  async advanceTo(instant: number): Promise<void> {
    for (let timer = this.timers[0]; timer && timer.at <= instant; timer = this.timers[0]) {
      this.timers.shift();
      this.now = Math.max(this.now, timer.at);
      timer.fire();
      await this.quiet();
    }
    this.now = Math.max(this.now, instant);
  }

  /** When the next thing is due; null when nothing is. */
  next(): number | null {
    return this.timers[0]?.at ?? null;
  }

  /** Chooses one who stands at a yield point and lets it go on. False when nobody could. */
  async step(): Promise<boolean> {
    this.ready = this.ready.filter((one) => one.actor.alive);
    const able = this.ready.filter((one) => one.actor.frozenUntil <= this.now);
    const chosen = this.calm ? able[0] : able[this.dice.below(able.length)];
    if (!chosen) return false;
    this.ready.splice(this.ready.indexOf(chosen), 1);
    chosen.resume();
    await this.quiet();
    return true;
  }
}
