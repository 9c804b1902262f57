import type { Ctx, Runtime } from "@/lib/context";

export type StaffKey = "agent" | "finance" | "approver" | "admin" | "auditor";
export type SimulatorId = "mastercard-bs" | "debitdirect" | "paynl";

export interface SignIn {
  email: string;
  password: string;
}

/** What the seed works on: the desk as its own people use it, and the simulators as the world behind it. */
export interface SeedDesk {
  of: Runtime;
  creditorId: string;
  as(who: StaffKey): Ctx;
  simulators: Record<SimulatorId, string>;
  /** Moves the one clock, and lets the providers do what is due. */
  moveTo(instant: Date): Promise<void>;
  /** Lets the worker do everything that is due. */
  work(): Promise<void>;
}

/** Lets a little time go by, as between two things a person does. */
export const pass = (desk: SeedDesk, minutes: number): Promise<void> =>
  desk.moveTo(new Date(desk.of.clock.now().getTime() + minutes * 60_000));
