let left = Number(process.env.DIE_AT_STATEMENT ?? 0);

/** Another statement of a transaction has been carried out; after so many, as the environment says, the process dies. */
export function passed(): void {
  left -= 1;
  if (left === 0) process.kill(process.pid, "SIGKILL");
}
