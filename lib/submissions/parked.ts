import { and, eq, gte, isNull } from "drizzle-orm";
import { submissions } from "@/db/schema";
import { FAULTS_BEFORE_PARKING } from "./states";

/** Waits to be sent and stands still after faults of ours, as `isParked` says it of one. */
export const parked = and(
  eq(submissions.state, "intended"),
  isNull(submissions.nextAt),
  gte(submissions.faults, FAULTS_BEFORE_PARKING),
);
