import { eq } from "drizzle-orm";
import { z } from "zod";
import { agreements } from "@/db/schema";
import { addAgreement } from "@/lib/connections/agreement";
import { createConnection } from "@/lib/connections/create";
import { probeConnection } from "@/lib/connections/probe";
import { subscribeEvents } from "@/lib/connections/subscribe";
import { sendSubmission } from "@/lib/submissions/send";
import { pass, type SeedDesk } from "./desk";
import { control, show } from "./simulators";

/** Where payments and mandates are made: the agreement here, and its name at the provider where it has one. */
export interface Agreements {
  bs: string;
  debitdirect: string;
  debitdirectHandle: string;
  paynl: string;
}

/** The numbers of Nets' own examples; the simulators take any. */
const PBS_NUMBER = "02056372";
const DEBTOR_GROUP = "00001";
const CVR_NUMBER = "13748136";
const BS_PATH = "/betalingsservice/bs-creditor-api";

const madeKey = z.object({ consumerKey: z.string(), p12: z.string() });
const merchants = z.tuple([z.object({ apiKey: z.string() })]).rest(z.unknown());

async function connectBs(desk: SeedDesk): Promise<string> {
  const admin = desk.as("admin");
  const address = desk.simulators["mastercard-bs"];
  const alias = "halmstrup";
  const password = "keystore-password";
  const wish = { environment: "production", alias, password, activated: true };
  const key = madeKey.parse(await control(address, "/_sim/keys", wish));
  const connectionId = await createConnection(admin, {
    provider: "mastercard-bs",
    name: "Betalingsservice",
    environment: "simulator",
    baseUrl: `${address}${BS_PATH}`,
    settings: {},
    credential: { consumer_key: key.consumerKey, key_source: "key_file", key_file: key.p12, alias, password },
  });
  const values = { name: "Varme, Betalingsservice", pbs_number: PBS_NUMBER, debtor_group: DEBTOR_GROUP };
  const { agreementId } = await addAgreement(admin, { connectionId, values });
  await probeConnection(admin, connectionId);
  return agreementId;
}

async function connectDebitDirect(desk: SeedDesk): Promise<{ agreement: string; handle: string }> {
  const admin = desk.as("admin");
  const address = desk.simulators.debitdirect;
  const [merchant] = merchants.parse(await show(address, "/_sim/merchants"));
  const connectionId = await createConnection(admin, {
    provider: "debitdirect",
    name: "DebitDirect",
    environment: "simulator",
    baseUrl: address,
    settings: {},
    credential: { api_key: merchant.apiKey },
  });
  const { agreementId, submissionId } = await addAgreement(admin, {
    connectionId,
    values: {
      scheme: "nets-bs",
      cvr_number: CVR_NUMBER,
      pbs_number: PBS_NUMBER,
      debtor_group: DEBTOR_GROUP,
      agreement_type: "standard",
      test: "true",
    },
  });
  if (submissionId) await sendSubmission(admin, submissionId);
  const [row] = await desk.of.db.read.select().from(agreements).where(eq(agreements.id, agreementId));
  const handle = row?.providerId;
  if (!handle) throw new Error("DebitDirect did not register the agreement");
  await control(address, `/_sim/agreements/${handle}/activate`);
  await sendSubmission(admin, await subscribeEvents(admin, connectionId));
  await probeConnection(admin, connectionId);
  return { agreement: agreementId, handle };
}

async function connectPaynl(desk: SeedDesk): Promise<string> {
  const admin = desk.as("admin");
  const connectionId = await createConnection(admin, {
    provider: "paynl",
    name: "PAY.",
    environment: "simulator",
    baseUrl: desk.simulators.paynl,
    settings: {},
    // The simulator's demo credentials; its README lists them.
    credential: {
      user: "AT-1000-2000",
      password: "0123456789abcdef0123456789abcdef01234567",
      signing_key_id: "SL-1000-2000",
      signing_secret: "89abcdef0123456789abcdef0123456789abcdef",
    },
  });
  const values = { name: "Warmte, SEPA", service_id: "SL-1000-2000" };
  const { agreementId } = await addAgreement(admin, { connectionId, values });
  await probeConnection(admin, connectionId);
  return agreementId;
}

/** Makes the three connections with their agreements, ready to be used. */
export async function connectProviders(desk: SeedDesk): Promise<Agreements> {
  const bs = await connectBs(desk);
  const { agreement: debitdirect, handle: debitdirectHandle } = await connectDebitDirect(desk);
  const paynl = await connectPaynl(desk);
  // The next poll reads that DebitDirect's scheme has confirmed.
  await pass(desk, 5);
  await desk.work();
  return { bs, debitdirect, debitdirectHandle, paynl };
}
