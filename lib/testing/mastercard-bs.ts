import { z } from "zod";
import { control } from "@/db/seed/simulators";
import { addAgreement } from "@/lib/connections/agreement";
import { createConnection } from "@/lib/connections/create";
import { createDebtor } from "@/lib/debtors/create";
import { createMandate } from "@/lib/mandates/create";
import { memoryClock } from "@/simulators/kit/clock";
import type { RunningSimulator } from "@/simulators/kit/server";
import { startMastercardBs } from "@/simulators/mastercard-bs/start";
import { closeLater } from "./close-later";
import { type TestDesk, testDesk } from "./desk";

const madeKey = z.object({ consumerKey: z.string(), p12: z.string(), pem: z.string() });
export const KEY_PASSWORD = "keystorepassword";

const basePaths = {
  sandbox: "/betalingsservice/bs-creditor-api-sandbox",
  production: "/betalingsservice/bs-creditor-api",
} as const;
type BasePath = keyof typeof basePaths;

export interface BsDesk {
  desk: TestDesk;
  simulator: RunningSimulator;
  connectionId: string;
  agreementId: string;
  debtorId: string;
  /** The address of one of the simulator's two environments. */
  baseUrl(of: BasePath): string;
  /** A key file as the portal hands it out, with the form values that go with it. */
  keyFile(of: BasePath, options?: { legacy?: boolean }): Promise<Record<string, string>>;
  /** A mandate for the debtor on this account, taken by phone. */
  mandate(account: string): Promise<{ mandateId: string; submissionId: string }>;
  moveTo(instant: string): Promise<void>;
  pass(ms: number): Promise<void>;
}

/** A desk with a Betalingsservice connection, an agreement, and the debtor 100234 without a mandate. */
export async function deskOnBetalingsservice(start: string): Promise<BsDesk> {
  const clock = memoryClock(new Date(start));
  const simulator = await startMastercardBs({ clock });
  closeLater(() => simulator.close());
  const desk = await testDesk({ now: () => clock.now(), movable: true });
  const baseUrl = (of: BasePath) => `${simulator.url}${basePaths[of]}`;
  const newKey = async (of: BasePath, options: { legacy?: boolean } = {}) => {
    const wish = { environment: of, alias: "deskkey", password: KEY_PASSWORD, activated: true, ...options };
    return madeKey.parse(await control(simulator.url, "/_sim/keys", wish));
  };
  const keyFile = async (of: BasePath, options: { legacy?: boolean } = {}) => {
    const { consumerKey, p12 } = await newKey(of, options);
    const key = { key_source: "key_file", key_file: p12, alias: "deskkey", password: KEY_PASSWORD };
    return { consumer_key: consumerKey, ...key };
  };
  // As text: opening a file is slow by design, and only the tests of key files are about that.
  const { consumerKey, pem } = await newKey("production");
  const connectionId = await createConnection(desk.as("admin"), {
    provider: "mastercard-bs",
    name: "Betalingsservice",
    environment: "simulator",
    baseUrl: baseUrl("production"),
    settings: {},
    credential: { consumer_key: consumerKey, key_source: "pem", pem },
  });
  const { agreementId } = await addAgreement(desk.as("admin"), {
    connectionId,
    values: { name: "Heat", pbs_number: "02056372", debtor_group: "00001" },
  });
  const debtorId = await createDebtor(desk.as("agent"), {
    kind: "person",
    name: "Anna Andersen",
    customer_number: "100234",
  });
  const mandate = async (account: string) => {
    const { mandateId, submissionId } = await createMandate(desk.as("agent"), {
      debtorId,
      agreementId,
      values: { identity: "010170-1234", account },
      consent: {
        channel: "phone",
        givenAt: clock.now().toISOString(),
        wording: "You agree that we collect through Betalingsservice.",
        takenBy: "Bent",
      },
    });
    return { mandateId, submissionId: submissionId ?? "" };
  };
  const moveTo = async (instant: string) => {
    clock.set(new Date(instant));
    await simulator.settle();
  };
  const pass = (ms: number) => moveTo(new Date(clock.now().getTime() + ms).toISOString());
  return { desk, simulator, connectionId, agreementId, debtorId, baseUrl, keyFile, mandate, moveTo, pass };
}
