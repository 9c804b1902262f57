import { eq } from "drizzle-orm";
import { agreements, mandates } from "@/db/schema";
import { control } from "@/db/seed/simulators";
import { addAgreement } from "@/lib/connections/agreement";
import { createConnection } from "@/lib/connections/create";
import { createDebtor } from "@/lib/debtors/create";
import { startDebitDirect } from "@/simulators/debitdirect/start";
import { memoryClock } from "@/simulators/kit/clock";
import type { RunningSimulator } from "@/simulators/kit/server";
import { closeLater } from "./close-later";
import { type TestDesk, testDesk } from "./desk";
import { until } from "./until";

export const API_KEY = "sk_testonlytestonlytestonly0001";

/** What an admin fills in for a Betalingsservice agreement that makes test payments. */
export const HEAT_AGREEMENT = {
  name: "Heat",
  scheme: "nets-bs",
  cvr_number: "13748136",
  pbs_number: "02056372",
  debtor_group: "00001",
  agreement_type: "standard",
  test: "true",
};

export interface DebitDirectDesk {
  desk: TestDesk;
  simulator: RunningSimulator;
  connectionId: string;
  agreementId: string;
  /** The agreement's handle at the provider. */
  agreementHandle: string;
  debtorId: string;
  mandateId: string;
  /** Moves the one clock of desk and simulator, and lets the provider do what is due. */
  moveTo(instant: string): Promise<void>;
  pass(ms: number): Promise<void>;
}

/** A desk with a DebitDirect connection, an active agreement, the debtor 100234 and her active mandate. */
export async function deskOnDebitDirect(start: string): Promise<DebitDirectDesk> {
  const clock = memoryClock(new Date(start));
  const simulator = await startDebitDirect({ clock, apiKey: API_KEY });
  closeLater(() => simulator.close());
  const desk = await testDesk({ now: () => clock.now(), movable: true });
  const { read } = desk.runtime.db;
  const admin = desk.as("admin");
  const connectionId = await createConnection(admin, {
    provider: "debitdirect",
    name: "DebitDirect",
    environment: "simulator",
    baseUrl: simulator.url,
    settings: {},
    credential: { api_key: API_KEY },
  });
  const { agreementId } = await addAgreement(admin, {
    connectionId,
    values: HEAT_AGREEMENT,
  });
  await desk.work();
  const [agreement] = await read.select().from(agreements).where(eq(agreements.id, agreementId));
  const agreementHandle = agreement?.providerId ?? "";
  await control(simulator.url, `/_sim/agreements/${agreementHandle}/activate`);
  const debtorId = await createDebtor(desk.as("agent"), {
    kind: "person",
    name: "Anna Andersen",
    customer_number: "100234",
  });
  await control(simulator.url, "/_sim/mandates", { agreement: agreementHandle, customerNumber: "100234" });
  const pass = async (ms: number) => {
    clock.set(new Date(clock.now().getTime() + ms));
    await simulator.settle();
  };
  let mandateId = "";
  await until(
    async () => {
      const [mandate] = await read.select().from(mandates).where(eq(mandates.debtorId, debtorId));
      mandateId = mandate?.state === "active" ? mandate.id : "";
      return mandateId !== "";
    },
    async () => {
      await pass(10_000);
      await desk.work();
    },
  );
  return {
    desk,
    simulator,
    connectionId,
    agreementId,
    agreementHandle,
    debtorId,
    mandateId,
    moveTo: async (instant) => {
      clock.set(new Date(instant));
      await simulator.settle();
    },
    pass,
  };
}
