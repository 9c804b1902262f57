import { getColumns } from "drizzle-orm";
import { attempts, submissions } from "@/db/schema";
import type { Attempt, Submission } from "./lease";

const { intentSealed, ...openSubmission } = getColumns(submissions);
const { preparedSealed, ...openAttempt } = getColumns(attempts);

/** What may be shown of a submission and of its attempts: everything but what they send, which is sealed. */
export const submissionColumns = openSubmission;
export const attemptColumns = openAttempt;
export type SubmissionRow = Omit<Submission, "intentSealed">;
export type AttemptRow = Omit<Attempt, "preparedSealed">;
