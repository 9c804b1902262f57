import { type DeskRows, groupBy, type Violation } from "./rows";

/** Said again on purpose: an auditor that read the product's own table would agree with its mistakes. */
const edges: Record<string, Record<string, readonly [from: readonly string[], to: string]>> = {
  mandate: {
    invite: [["draft"], "invited"],
    receipt: [["draft", "invited"], "pending"],
    activate: [["draft", "invited", "pending"], "active"],
    fail: [["draft", "invited", "pending"], "failed"],
    suspend: [["active"], "suspended"],
    resume: [["suspended"], "active"],
    end: [["invited", "pending", "active", "suspended"], "ended"],
    record_end: [["invited", "pending", "active", "suspended"], "ended"],
  },
  payment: {
    plan: [["draft"], "ready"],
    receipt: [["ready"], "pending"],
    schedule: [["ready", "pending"], "scheduled"],
    relist: [["rejected", "scheduled"], "pending"],
    settle: [["ready", "pending", "scheduled"], "settled"],
    reject: [["ready", "pending", "scheduled"], "rejected"],
    give_back: [["ready", "pending", "scheduled", "settled"], "chargeback"],
    cancel: [["draft", "ready"], "cancelled"],
    cancelled_there: [["ready", "pending", "scheduled"], "cancelled"],
  },
};
const beginnings: Record<string, readonly string[]> = {
  mandate: ["draft", "invited"],
  payment: ["draft", "ready"],
};

/** I7: states move only along declared edges, one version at a time, and end where the row stands. */
export function declaredEdges(desk: DeskRows): Violation[] {
  const found: Violation[] = [];
  const add = (subject: string, what: string) => found.push({ invariant: "I7", subject, what });
  const bySubject = groupBy(desk.moves, (one) => one.subjectId);
  const check = (noun: "mandate" | "payment", row: { id: string; state: string; version: number }) => {
    const path = (bySubject.get(row.id) ?? []).sort((a, b) => a.version - b.version);
    bySubject.delete(row.id);
    let state = path[0]?.from ?? row.state;
    if (!beginnings[noun]?.includes(state)) add(row.id, `begins as ${state}`);
    for (const [index, step] of path.entries()) {
      const edge = edges[noun]?.[step.move];
      if (step.noun !== noun) add(row.id, `has a move of a ${step.noun}`);
      if (step.version !== index + 1) add(row.id, `version ${index + 1} is missing`);
      if (step.from !== state) add(row.id, `${step.move} leaves ${step.from}, and it was ${state}`);
      if (!edge?.[0].includes(step.from) || edge[1] !== step.to)
        add(row.id, `${step.move} from ${step.from} to ${step.to} is no edge`);
      state = step.to;
    }
    if (state !== row.state) add(row.id, `is ${row.state}, and its moves end at ${state}`);
    if (path.length !== row.version) add(row.id, `has version ${row.version} and ${path.length} moves`);
  };
  for (const row of desk.mandates) check("mandate", row);
  for (const row of desk.payments) check("payment", row);
  for (const subject of bySubject.keys()) add(subject, "has moves and no row");
  return found;
}
