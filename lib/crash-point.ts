/**
 * Moments at which a process that moves money may be told to die, so that the proof can kill it exactly there. In the
 * order in which one submission, then one message, then one poll comes by.
 */
export const crashPoints = [
  "send.recording", // the attempt is written, its transaction is open
  "send.recorded", // the attempt is committed, its permit is not
  "send.permitting", // the permit is written, its transaction is open
  "send.permitted", // the permit is committed, no byte has left
  "send.answered", // the provider has decided, and nothing of it is stored
  "send.settling", // the outcome is written, its transaction is open
  "send.settled", // the outcome is committed
  "look-up.taken", // an unknown outcome is leased, the provider is not asked
  "look-up.answered", // the provider has said what it has, and nothing of it is stored
  "look-up.settling", // what it said is written, its transaction is open
  "message.storing", // a message is written, its transaction is open
  "message.stored", // a message is committed, and not answered
  "message.leased", // a message is leased, and nothing is read
  "reading.admitting", // what was read is written, its transaction is open
  "message.admitted", // all that it led to is committed, the message still waits
  "poll.leased", // a connection is leased, and nothing is read
  "poll.read", // all is read, the lease is not given back
] as const;
export type CrashPoint = (typeof crashPoints)[number];

const { CRASH_AT, CRASH_NTH, CRASH_BY, CLOCK_FILE } = process.env;
/** Only under a movable clock: then `openLine` refuses every real provider, and nobody's money is near. */
let passes = CRASH_AT && CLOCK_FILE ? Number(CRASH_NTH ?? 1) : 0;

/** Does nothing, unless the environment names this point: then its nth passage is the last thing the process does. */
export function crashPoint(name: CrashPoint): void {
  if (passes === 0 || name !== CRASH_AT) return;
  passes -= 1;
  if (passes === 0) process.kill(process.pid, CRASH_BY === "SIGSTOP" ? "SIGSTOP" : "SIGKILL");
}
