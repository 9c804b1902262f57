import type { Store } from "../kit/store";
import { errorText, planFor } from "./outcomes";
import type { Environment, MandateRequest, Outcome, State } from "./state";

const idOf = (environment: Environment, clientId: string, uuid: string) =>
  `${environment} ${clientId} ${uuid.toLowerCase()}`;

const agreementOf = (one: MandateRequest) =>
  `${one.environment} ${one.pbsNumber} ${one.debtorGroupNumber} ${one.creditorsDebtorReference}`;

function earliest(pending: Iterable<MandateRequest>): string | null {
  let least: string | null = null;
  for (const { dueAt } of pending) if (dueAt !== null && (least === null || dueAt < least)) least = dueAt;
  return least;
}

export type Decision = { status: "VALIDATED" } | { status: "FAILED"; errorCode: string; text?: string };

/** Every creation request, and the deciding of them. The indexes are rebuilt from the stored state. */
export class MandateBook {
  private byId = new Map<string, MandateRequest>();
  private pending = new Set<MandateRequest>();
  private agreements = new Set<string>();
  /** The earliest planned instant among the pending, so that most looks cost nothing; null: none is planned. */
  private nextDue: string | null = null;

  constructor(private readonly store: Store<State>) {
    this.rebuild();
  }

  rebuild(): void {
    const all = this.store.state.mandates;
    this.byId = new Map(all.map((one) => [idOf(one.environment, one.clientId, one.uuid), one]));
    this.pending = new Set(all.filter((one) => one.outcome === null));
    this.agreements = new Set(all.filter((one) => one.outcome?.status === "VALIDATED").map(agreementOf));
    this.nextDue = earliest(this.pending);
  }

  list(): readonly MandateRequest[] {
    return this.store.state.mandates;
  }

  find(environment: Environment, clientId: string, uuid: string): MandateRequest | undefined {
    return this.byId.get(idOf(environment, clientId, uuid));
  }

  add(one: MandateRequest): void {
    this.store.state.mandates.push(one);
    this.byId.set(idOf(one.environment, one.clientId, one.uuid), one);
    this.pending.add(one);
    if (one.dueAt !== null && (this.nextDue === null || one.dueAt < this.nextDue)) this.nextDue = one.dueAt;
    this.store.save();
  }

  /** Publishes the outcomes that are due by this instant. Returns how many. */
  settle(now: Date): number {
    const instant = now.toISOString();
    if (this.nextDue === null || this.nextDue > instant) return 0;
    return this.publishWhere((dueAt) => dueAt <= instant, instant);
  }

  /** Publishes every outcome that is planned, due or not. What stays RECEIVED by plan stays so. */
  publishAll(now: Date): number {
    return this.publishWhere(() => true, now.toISOString());
  }

  /** Decides one request by hand, also against an earlier decision. Returns how many requests bear this UUID. */
  decideByHand(uuid: string, decision: Decision, now: Date): number {
    const found = this.store.state.mandates.filter((one) => one.uuid.toLowerCase() === uuid.toLowerCase());
    for (const one of found) this.decide(one, decision, now.toISOString());
    if (found.length > 0) {
      this.rebuild();
      this.store.save();
    }
    return found.length;
  }

  private publishWhere(isDue: (dueAt: string) => boolean, now: string): number {
    const due = [...this.pending]
      .flatMap((one) => (one.dueAt !== null && isDue(one.dueAt) ? [{ one, at: one.dueAt }] : []))
      .sort((a, b) => a.at.localeCompare(b.at));
    for (const { one, at } of due) this.decide(one, this.decisionOn(one), at < now ? at : now);
    this.nextDue = earliest(this.pending);
    if (due.length > 0) this.store.save();
    return due.length;
  }

  private decisionOn(one: MandateRequest): Decision {
    const plan = planFor(one.pbsNumber, one.debtorAccountNo);
    if (plan.kind === "failed") return { status: "FAILED", errorCode: plan.errorCode };
    if (plan.kind === "validated-if-new" && this.agreements.has(agreementOf(one)))
      return { status: "FAILED", errorCode: "MANDATE_ALREADY_EXISTS" };
    return { status: "VALIDATED" };
  }

  private decide(one: MandateRequest, decision: Decision, at: string): void {
    one.outcome = this.outcomeOf(decision, at);
    this.pending.delete(one);
    if (decision.status === "VALIDATED") this.agreements.add(agreementOf(one));
  }

  private outcomeOf(decision: Decision, at: string): Outcome {
    if (decision.status === "FAILED") {
      const { errorCode, text } = decision;
      return { status: "FAILED", errorCode, errorDescription: text ?? errorText(errorCode), at };
    }
    this.store.state.lastMandateNumber += 1;
    const mandateId = String(this.store.state.lastMandateNumber).padStart(9, "0");
    return { status: "VALIDATED", mandateId, at };
  }
}
