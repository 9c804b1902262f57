import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { connectSqlite } from "@/db/sqlite-driver";
import { judge } from "@/proof/auditor/judge";
import { readDesk } from "@/proof/auditor/read-desk";
import { readJournals } from "@/proof/auditor/read-journal";
import type { Violation } from "@/proof/auditor/rows";
import { onePayment, someActs } from "./acts";
import type { Child } from "./child";
import type { KillDesk } from "./desk";
import { type Blow, nameOf, type Plan } from "./plan";
import type { Deed } from "./programs/deeds";
import type { Random } from "./random";
import { letWork, openWork, PAST_EVERY_LEASE_MS } from "./watch";

export interface RoundReport {
  /** What really happened, by name: a point may not have been come by. */
  blows: { name: string; struck: boolean }[];
  violations: (Violation | { invariant: "END"; subject: string; what: string })[];
}

const crashOf = (blow: Blow): Record<string, string> => {
  if (blow.kind === "point") return { CRASH_AT: blow.point, CRASH_NTH: String(blow.nth) };
  if (blow.kind === "freeze") return { CRASH_AT: blow.point, CRASH_BY: "SIGSTOP" };
  return blow.kind === "statement" ? { DIE_AT_STATEMENT: String(blow.nth) } : {};
};

/** The books at one moment, held against the providers' journals. */
export async function judgeNow(desk: KillDesk, settled: boolean): Promise<Violation[]> {
  const { judgeDb } = desk;
  await judgeDb.query(judgeDb.engine === "postgres" ? "begin isolation level repeatable read" : "begin");
  const rows = await readDesk(judgeDb.read).finally(() => judgeDb.query("rollback"));
  const { simulators } = desk;
  const provider = readJournals({
    "mastercard-bs": simulators["mastercard-bs"].journal,
    debitdirect: simulators.debitdirect.journal,
    paynl: simulators.paynl.journal,
  });
  return judge(rows, provider, { settled, now: desk.clock.now() });
}

/** One desk with its programs, over one round of deaths. */
export class Round {
  readonly report: RoundReport = { blows: [], violations: [] };

  constructor(
    private readonly desk: KillDesk,
    private readonly random: Random,
    private readonly plan: Plan,
    /** The app of the round before, which goes on unless this round wants it to die. */
    public app?: Child,
  ) {}

  async run(): Promise<RoundReport> {
    try {
      await this.act();
      for (const blow of this.plan.blows) if (blow.program === "worker") await this.strikeWorker(blow);
      await this.finish();
      this.found(await judgeNow(this.desk, true));
      await this.checkFile();
    } catch (error) {
      const what = `${error instanceof Error ? error.message : error}\n${this.lastWords()}`;
      this.report.violations.push({ invariant: "END", subject: this.desk.name, what });
    }
    return this.report;
  }

  /** The ends of the programs' logs, for whoever has to find out. */
  private lastWords(): string {
    const logs = ["worker", "app"].map((name) => join(this.desk.folder, `${name}.log`));
    const ends = logs
      .filter((path) => existsSync(path))
      .map((path) => readFileSync(path, "utf8").slice(-1500));
    return ends.join("\n");
  }

  private found(violations: Violation[]): void {
    this.report.violations.push(...violations);
  }

  private note(blow: Blow, struck: boolean): void {
    this.report.blows.push({ name: nameOf(blow), struck });
  }

  private async startApp(crash?: Record<string, string>): Promise<void> {
    this.app = this.desk.start("app", crash);
    if (await this.app.ready()) return;
    // It may be told to die so early that it never listens.
    if (!crash || this.app.end()?.signal !== "SIGKILL") throw new Error("the app did not start");
  }

  async endApp(): Promise<void> {
    this.app?.kill("SIGKILL");
    await this.app?.ended;
  }

  /** The desk's people at work, while the app may die under them; what gets no answer is pressed again. */
  private async act(): Promise<void> {
    const { fault, blows } = this.plan;
    if (fault !== "none") {
      const kind = fault === "hang-up" ? "cut-in-body" : fault;
      this.desk.simulators.debitdirect.faults.arm({ kind, method: "POST", path: "/payments", times: 1 });
    }
    const blow = blows.find((one) => one.program === "app");
    if (blow) await this.endApp();
    if (!this.app || this.app.end()) await this.startApp(blow && crashOf(blow));
    const { app } = this;
    const timer = blow?.kind === "moment" ? setTimeout(() => app?.kill("SIGKILL"), blow.afterMs) : undefined;
    const alwaysAttempt = blow?.kind === "point" && blow.point.startsWith("send");
    await someActs(this.desk, this.random, { alwaysAttempt, ask: (deed) => this.ask(deed) });
    // Events that found nobody are sent again a minute later.
    await this.desk.pass(61_000);
    // What comes after an answer may still be under way.
    if (blow) await Promise.race([app?.ended, pause(blow.kind === "point" ? 5_000 : 500)]);
    clearTimeout(timer);
    if (blow) this.note(blow, app?.end()?.signal === "SIGKILL");
    if (this.app?.end()) await this.startApp();
  }

  private async ask(deed: Deed): Promise<string> {
    for (let tries = 0; tries < 3; tries += 1) {
      if (!this.app || this.app.end()) await this.startApp();
      try {
        const answer = await fetch(this.desk.appUrl, { method: "POST", body: JSON.stringify(deed) });
        const said: { made?: string; refused?: string } = await answer.json();
        return said.made ?? "";
      } catch {
        // Its dying was noticed by us first.
        await Promise.race([this.app?.ended, pause(2_000)]);
        this.found(await judgeNow(this.desk, false));
      }
    }
    throw new Error(`the app gives no answer to ${deed.do}`);
  }

  private letWork(done: () => boolean, alsoPolls = false) {
    const person = async (submissionId: string) => void (await this.ask({ do: "send again", submissionId }));
    return letWork(this.desk, { done, alsoPolls, person });
  }

  private async strikeWorker(blow: Blow): Promise<void> {
    const { toSend } = await openWork(this.desk);
    const wanted = blow.kind === "point" ? blow.nth : 1;
    for (let n = toSend; n < wanted; n += 1) await this.ask(onePayment(this.desk, this.random));
    const worker = this.desk.start("worker", crashOf(blow));
    const polls = "point" in blow && (blow.point.startsWith("poll") || blow.point === "reading.admitting");
    if (blow.kind === "freeze") return this.freeze(blow, worker);
    if (blow.kind === "moment" || blow.kind === "stop") {
      if (!(await worker.ready()))
        throw new Error(`the worker ended as it began: ${JSON.stringify(worker.end())}`);
      await pause(blow.afterMs);
      worker.kill(blow.kind === "stop" ? "SIGTERM" : "SIGKILL");
      const { code } = await worker.ended;
      if (blow.kind === "stop" && code !== 0) throw new Error(`asked to stop, the worker ended with ${code}`);
      this.note(blow, true);
    } else {
      await this.letWork(() => worker.end() !== null, polls);
      // Its last work may be seen before its end is.
      await Promise.race([worker.ended, pause(300)]);
      const end = worker.end();
      if (end && end.signal !== "SIGKILL") throw new Error(`the worker ended with ${end.code}`);
      worker.kill("SIGKILL");
      await worker.ended;
      this.note(blow, end !== null);
    }
    this.found(await judgeNow(this.desk, false));
    // Sometimes the next one comes at once, and finds what is leased.
    if (this.random.chance(0.6)) this.desk.clock.machinePass(PAST_EVERY_LEASE_MS);
  }

  /** P7: one sleeps through its lease, another does the work, then the first wakes. */
  private async freeze(blow: Blow & { kind: "freeze" }, sleeper: Child): Promise<void> {
    let frozen = false;
    const watching = setInterval(() => {
      frozen ||= sleeper.end() === null && sleeper.frozen();
    }, 100);
    await this.letWork(() => frozen, blow.point.startsWith("poll"));
    clearInterval(watching);
    this.note(blow, frozen);
    // Another of its jobs may hold a lock at that moment: then others wait until the database breaks it, or it wakes.
    if (!frozen || (await this.isLocked())) {
      sleeper.kill("SIGCONT");
      return this.stop(sleeper);
    }
    this.desk.clock.machinePass(PAST_EVERY_LEASE_MS);
    const other = await this.startWorker();
    await this.letWork(() => false);
    this.found(await judgeNow(this.desk, false));
    sleeper.kill("SIGCONT");
    await this.stop(sleeper);
    await this.stop(other);
    this.found(await judgeNow(this.desk, false));
  }

  private async isLocked(): Promise<boolean> {
    if (this.desk.db.engine === "postgres") {
      const open = "state like 'idle in transaction%' and datname = current_database()";
      return (await this.desk.db.query(`select pid from pg_stat_activity where ${open}`)).length > 0;
    }
    const db = connectSqlite(this.desk.databaseUrl.replace(/^file:/, ""), 0);
    const free = await db.transaction(async () => true).catch(() => false);
    await db.close();
    return !free;
  }

  private async startWorker(): Promise<Child> {
    const worker = this.desk.start("worker");
    if (await worker.ready()) return worker;
    throw new Error(`the worker ended as it began: ${JSON.stringify(worker.end())}`);
  }

  private async stop(worker: Child): Promise<void> {
    worker.kill("SIGTERM");
    const { code, signal } = await worker.ended;
    if (code !== 0) throw new Error(`the worker ended with ${code ?? signal} when it was asked to stop`);
  }

  /** Once everybody is well, all is done, and the worker stops when it is asked to. */
  private async finish(): Promise<void> {
    if (!this.app || this.app.end()) await this.startApp();
    const worker = await this.startWorker();
    await this.letWork(() => worker.end() !== null);
    await this.stop(worker);
  }

  /** P3: what was killed in mid-write has left a sound file. */
  private async checkFile(): Promise<void> {
    if (this.desk.db.engine !== "sqlite") return;
    const [row] = await this.desk.db.query("pragma integrity_check");
    if (row?.integrity_check !== "ok") throw new Error(`the file is damaged: ${JSON.stringify(row)}`);
  }
}
