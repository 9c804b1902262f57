import { randomUUID } from "node:crypto";
import { z } from "zod";
import { control } from "@/db/seed/simulators";
import { newId } from "@/lib/kernel/ids";
import type { Intent, Values } from "@/lib/providers/contract";
import { describeProvider } from "@/lib/providers/contract-suite";
import type { Harness } from "@/lib/providers/contract-suite/bench";
import { mastercardBs } from "@/lib/providers/mastercard-bs/module";
import { memoryClock } from "@/simulators/kit/clock";
import { startMastercardBs } from "@/simulators/mastercard-bs/start";

const madeKey = z.object({ consumerKey: z.string(), pem: z.string() });
const person = "0101701234";
const account = "0440116243";

async function makeHarness(): Promise<Harness> {
  const clock = memoryClock(new Date("2026-11-20T10:00:00Z"));
  const simulator = await startMastercardBs({ clock });
  const keyOf = async (alias: string) =>
    madeKey.parse(
      await control(simulator.url, "/_sim/keys", { environment: "sandbox", alias, password: "keystore" }),
    );
  const secretsOf = (consumerKey: string, pem: string): Values => {
    const read = mastercardBs.readCredential(
      { consumer_key: consumerKey, key_source: "pem", pem },
      clock.now(),
    );
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    return read.secrets;
  };
  const [own, other] = [await keyOf("ours"), await keyOf("theirs")];

  const create = (values: Values): Intent => ({
    operation: "mandate.create",
    key: randomUUID(),
    agreement: {
      id: "agr_1",
      scheme: "betalingsservice",
      providerId: null,
      // A creditor number of the sandbox whose requests are all validated.
      values: { pbs_number: "00040000", debtor_group: "00001" },
      test: false,
    },
    mandateId: newId("man", clock.now()),
    values: { identity: person, account: `0040 ${account}`, ...values },
    customerNumber: "000000010170123",
    debtorName: "Anna Andersen",
    eventsUrl: null,
  });

  return {
    simulator,
    baseUrl: `${simulator.url}/betalingsservice/bs-creditor-api-sandbox`,
    settings: {},
    secrets: secretsOf(own.consumerKey, own.pem),
    wrongSecrets: secretsOf(own.consumerKey, other.pem),
    canaries: [person, account, "000000010170123"],
    intent: async () => create({}),
    // The thirtieth of February: a form would not let it through.
    refusedIntent: async () => create({ identity: "3002701234" }),
    blind: [],
    loose: {},
    deliveries: async () => [],
    close: () => simulator.close(),
  };
}

describeProvider("mastercard-bs", makeHarness);
