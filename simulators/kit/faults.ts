/**
 * Misbehaviour on order. A fault is armed for the next `times` requests that match, then it is gone.
 *
 * - `cut-before`: the line is cut before the request is handled: nothing happened.
 * - `cut-after`: the request is handled and journalled, then the line is cut without one byte of answer.
 * - `cut-in-body`: handled; the head and half of the body are sent, then the line is cut.
 * - `hang`: handled, but no answer comes until the caller gives up.
 * - `status`: not handled; answers `status` with `body`.
 * - `status-after`: handled, then answers `status` with `body` in place of the true answer.
 * - `delay`: handled, answered after `delay_ms` of real time.
 */
export type FaultKind =
  | "cut-before"
  | "cut-after"
  | "cut-in-body"
  | "hang"
  | "status"
  | "status-after"
  | "delay";

export interface Fault {
  kind: FaultKind;
  /** For example `POST`. Left out: any. */
  method?: string;
  /** Start of the path, for example `/payments`. Left out: any path that is not the control surface. */
  path?: string;
  times: number;
  status?: number;
  body?: string;
  headers?: Record<string, string>;
  delay_ms?: number;
}

export class Faults {
  private armed: Fault[] = [];

  arm(fault: Fault): void {
    this.armed.push({ ...fault });
  }

  list(): readonly Fault[] {
    return this.armed;
  }

  clear(): void {
    this.armed = [];
  }

  /** Takes one shot of the first fault that matches. */
  take(method: string, path: string): Fault | undefined {
    const fault = this.armed.find(
      (one) =>
        (!one.method || one.method === method) &&
        (!one.path || path.toLowerCase().startsWith(one.path.toLowerCase())),
    );
    if (!fault) return undefined;
    fault.times -= 1;
    this.armed = this.armed.filter((one) => one.times > 0);
    return fault;
  }
}
