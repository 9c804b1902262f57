import type { Told } from "./batch";

type Counts = Record<string, number>;

const add = (to: Counts, from: Readonly<Counts>): void => {
  for (const [name, count] of Object.entries(from)) to[name] = (to[name] ?? 0) + count;
};

const lines = (counts: Counts): string[] =>
  Object.entries(counts)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `  ${String(count).padStart(8)}  ${name}`);

const percent = (part: number, of: number): string =>
  of === 0 ? "-" : `${((100 * part) / of).toFixed(1)} %`;

/** Adds up what the schedules of one database came to. */
export class Summary {
  schedules = 0;
  private cpuMs = 0;
  readonly failed: Told[] = [];
  private readonly faults: Counts = {};
  private readonly reached: Counts = {};
  private readonly providers: Counts = {};
  private readonly cut = { intents: 0, ended: 0 };
  private readonly end = { intents: 0, ended: 0, tasks: 0 };

  take(told: Told): void {
    this.schedules += 1;
    this.cpuMs += told.cpuMs;
    add(this.faults, told.faults);
    add(this.reached, told.reached);
    add(this.providers, { [`${told.provider}, ${told.liveness ? "liveness" : "safety"}`]: 1 });
    add(this.cut, told.atCut);
    if (told.atEnd) add(this.end, told.atEnd);
    if (told.violations.length > 0) this.failed.push(told);
  }

  text(seconds: number): string {
    const { cut, end } = this;
    return [
      `${this.schedules} schedules in ${seconds.toFixed(0)} s, ${(this.schedules / seconds).toFixed(1)} a second, ` +
        `${(this.cpuMs / 1_000).toFixed(0)} s of CPU, ${(this.cpuMs / this.schedules).toFixed(0)} ms each`,
      ...lines(this.providers),
      `When everything stopped going wrong, ${percent(cut.ended, cut.intents)} of ${cut.intents} intents had come to an end.`,
      `When all had been well for a while, ${percent(end.ended + end.tasks, end.intents)} of ${end.intents} had: ` +
        `${end.ended} ended, ${end.tasks} are a person's open task.`,
      "Faults:",
      ...lines(this.faults),
      "Reached:",
      ...lines(this.reached),
      this.failed.length === 0
        ? "No promise was broken."
        : `Broken by the seeds ${this.failed.map((one) => one.seed).join(", ")}`,
    ].join("\n");
  }

  /** The share of intents that must have ended while everything went wrong; below it, a run has shown too little. */
  enough(): boolean {
    return this.cut.intents === 0 || this.cut.ended / this.cut.intents >= 0.3;
  }
}
