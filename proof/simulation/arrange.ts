import { createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { agreements } from "@/db/schema";
import { addAgreement } from "@/lib/connections/agreement";
import { createConnection } from "@/lib/connections/create";
import { subscribeEvents } from "@/lib/connections/subscribe";
import { createDebtor } from "@/lib/debtors/create";
import { pollConnection } from "@/lib/inbox/poll";
import { createMandate } from "@/lib/mandates/create";
import { providers } from "@/lib/providers/registry";
import { sendSubmission } from "@/lib/submissions/send";
import type { ProviderName } from "./plan";
import { API_KEY, type World } from "./world";

const BASE = "http://127.0.0.1:4010";
const DAY_MS = 86_400_000;
/** Ours in the simulation: 48 characters each, as the portal hands them out. */
const CONSUMER_KEY = `${"c".repeat(48)}!${"k".repeat(48)}`;

let opened: { pem: string; publicKeyPem: string } | undefined;

/** The key of a file that is always the same, so that the same bytes are signed alike in every process. */
function signingKey(): { pem: string; publicKeyPem: string } {
  if (opened) return opened;
  // By the folder of the project: as a program in one file this lies somewhere else.
  const file = join(process.cwd(), "lib", "providers", "mastercard-bs", "fixtures", "modern.p12");
  const read = providers["mastercard-bs"]?.readCredential(
    {
      consumer_key: CONSUMER_KEY,
      key_source: "key_file",
      key_file: readFileSync(file).toString("base64"),
      alias: "keyalias",
      password: "keystorepassword",
    },
    new Date("2026-12-01T00:00:00Z"),
  );
  const pem = read?.ok ? read.secrets.private_key : undefined;
  if (!pem) throw new Error("the key file of the fixtures does not open");
  opened = {
    pem,
    publicKeyPem: createPublicKey(pem).export({ type: "spki", format: "pem" }).toString(),
  };
  return opened;
}

/** The credential form of each provider as its administrator fills it in. */
export const credentialOf: Record<ProviderName, () => Record<string, string>> = {
  debitdirect: () => ({ api_key: API_KEY }),
  paynl: () => ({
    user: "AT-1000-2000",
    password: "0123456789abcdef0123456789abcdef01234567",
    signing_key_id: "SL-1000-2000",
    signing_secret: "89abcdef0123456789abcdef0123456789abcdef",
  }),
  "mastercard-bs": () => ({ consumer_key: CONSUMER_KEY, key_source: "pem", pem: signingKey().pem }),
};

const addressOf: Record<ProviderName, string> = {
  debitdirect: BASE,
  paynl: BASE,
  "mastercard-bs": `${BASE}/betalingsservice/bs-creditor-api`,
};

/** The connection's settings: what it assumes of the provider's lists and how often it asks. */
function settingsOf({ plan }: World): Record<string, string> {
  const visibility_delay_seconds = String(plan.visibilitySeconds);
  const seconds = String(plan.pollSeconds);
  const after = plan.afterAbsence === null ? {} : { after_absence: plan.afterAbsence };
  switch (plan.provider) {
    case "debitdirect":
      return {
        visibility_delay_seconds,
        poll_seconds: seconds,
        busy_poll_seconds: seconds,
        page_size: String(plan.pageSize),
      };
    case "paynl":
      return {
        ...after,
        visibility_delay_seconds,
        simulator_poll_seconds: seconds,
        page_size: String(plan.pageSize),
      };
    case "mastercard-bs":
      return { ...after, visibility_delay_seconds, poll_simulator_seconds: seconds };
  }
}

const agreementOf: Record<ProviderName, Record<string, string>> = {
  debitdirect: {
    name: "Heat",
    scheme: "nets-bs",
    cvr_number: "13748136",
    pbs_number: "02056372",
    debtor_group: "00001",
    agreement_type: "standard",
    test: "true",
  },
  paynl: { name: "Service", service_id: "SL-1000-2000" },
  "mastercard-bs": { name: "Heat", pbs_number: "02056372", debtor_group: "00001" },
};

/** A mandate by the provider's form; answers the intent's id, if there is one. */
export async function takeMandate(world: World, debtorId: string, ending: string): Promise<string | null> {
  const at = world.runtime.clock.now().toISOString();
  const consent = { channel: "link", givenAt: at, wording: "Ik machtig u.", takenBy: "site" } as const;
  const values: Record<string, string> =
    world.plan.provider === "paynl"
      ? {
          type: "FLEXIBLE",
          holder: "S. Bakker",
          iban: "NL28 INGB 0000 0000 01",
          amount: "125,00",
          period: "month",
          every: "1",
        }
      : { identity: "010170-1234", account: `4571 000000${ending}` };
  const { agreementId } = world;
  return (await createMandate(world.as("agent"), { debtorId, agreementId, values, consent })).submissionId;
}

async function arrangeDebitDirect(world: World): Promise<void> {
  const worker = world.worker();
  const [agreement] = await world.read.select().from(agreements).where(eq(agreements.id, world.agreementId));
  const handle = agreement?.providerId ?? "";
  await world.control(`/_sim/agreements/${handle}/activate`);
  await world.control("/_sim/settings", { eventCopies: 1, testPayments: "move" });
  await sendSubmission(worker, await subscribeEvents(world.as("admin"), world.connectionId));
  for (const [index] of world.debtorIds.entries())
    await world.control("/_sim/mandates", { agreement: handle, customerNumber: numberOf(index) });
  await pollConnection(worker, world.connectionId);
}

/** Each debtor has a flexible mandate whose first debit was collected: then it can be charged. */
async function arrangePaynl(world: World): Promise<void> {
  const worker = world.worker();
  for (const debtorId of world.debtorIds) {
    const submissionId = await takeMandate(world, debtorId, "1111");
    if (submissionId) await sendSubmission(worker, submissionId);
  }
  await world.scheduler.sleep(21 * DAY_MS);
  await world.simulator.settle();
  await pollConnection(worker, world.connectionId);
}

async function arrangeBetalingsservice(world: World): Promise<void> {
  await world.control("/_sim/keys", {
    environment: "production",
    consumerKey: CONSUMER_KEY,
    publicKeyPem: signingKey().publicKeyPem,
    activated: true,
  });
}

const numberOf = (index: number): string => String(100_234 + index);

/** The arrangement each schedule begins with: a connection, an agreement in force, debtors and what can be charged. */
export async function arrange(world: World): Promise<void> {
  const { plan } = world;
  const admin = world.as("admin");
  if (plan.provider === "mastercard-bs") await arrangeBetalingsservice(world);
  world.connectionId = await createConnection(admin, {
    provider: plan.provider,
    name: "Provider",
    environment: "simulator",
    baseUrl: addressOf[plan.provider],
    settings: settingsOf(world),
    credential: credentialOf[plan.provider](),
  });
  const added = await addAgreement(admin, {
    connectionId: world.connectionId,
    values: agreementOf[plan.provider],
  });
  world.agreementId = added.agreementId;
  if (added.submissionId) await sendSubmission(world.worker(), added.submissionId);
  for (let index = 0; index < plan.debtors; index += 1)
    world.debtorIds.push(
      await createDebtor(world.as("agent"), {
        kind: "person",
        name: `Anna Andersen ${index}`,
        customer_number: numberOf(index),
      }),
    );
  if (plan.provider === "debitdirect") await arrangeDebitDirect(world);
  if (plan.provider === "paynl") await arrangePaynl(world);
  if (plan.lagSeconds > 0) await world.control("/_sim/settings", { visibilityLagSeconds: plan.lagSeconds });
}
