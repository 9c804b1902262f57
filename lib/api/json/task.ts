import { z } from "zod";
import { currencies } from "@/lib/kernel/money";
import type { Task } from "@/lib/tasks/list";
import { amount, instant, iso, isoOrNull, named, pageOf } from "./shapes";

export const taskRoles = ["agent", "finance", "admin"] as const;

export const taskShape = named(
  "Task",
  z.strictObject({
    id: z.string(),
    kind: z.string(),
    noun: z.string(),
    subject_id: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
    role: z.enum(taskRoles),
    state: z.enum(["open", "done"]),
    amount: amount.nullable(),
    due_at: instant.nullable(),
    created_at: instant,
    closed_at: instant.nullable(),
    closed_by: z.string().nullable(),
    owner: z.string().nullable(),
    snoozed_until: instant.nullable(),
  }),
  "Something a person has to look at.",
);
export const taskPage = pageOf("TaskPage", taskShape);

export function taskJson(row: Task): z.input<typeof taskShape> {
  const currency = currencies.find((one) => one === row.currency);
  return {
    id: row.id,
    kind: row.kind,
    noun: row.noun,
    subject_id: row.subjectId,
    params: row.params,
    role: row.role,
    state: row.state,
    amount: row.amountMinor === null || !currency ? null : { amount_minor: row.amountMinor, currency },
    due_at: isoOrNull(row.dueAt),
    created_at: iso(row.createdAt),
    closed_at: isoOrNull(row.closedAt),
    closed_by: row.closedBy,
    owner: row.ownerName,
    snoozed_until: isoOrNull(row.snoozedUntil),
  };
}
