import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { type Simulators, test } from "./support/fixtures";

const ALIAS = "storykey";
const PASSWORD = "keystore-password-of-the-story";

const madeKey = z.object({
  consumerKey: z.string(),
  fingerprint: z.string(),
  expiresAt: z.iso.datetime().transform((text) => new Date(text)),
  p12: z.string(),
  pem: z.string(),
});
type Key = z.infer<typeof madeKey>;

/** A key as the provider's portal hands it out: a consumer key, and a file under a password. */
async function newKey(simulators: Simulators, environment: string): Promise<Key> {
  const wish = { environment, alias: ALIAS, password: PASSWORD, activated: true };
  return madeKey.parse(await simulators.control("mastercard-bs", "/_sim/keys", wish));
}

/** Where the simulator plays production. */
const productionAt = (simulators: Simulators) =>
  `${simulators.url("mastercard-bs")}/betalingsservice/bs-creditor-api`;

/** From the side bar to the empty form of a connection to the Betalingsservice simulator. */
async function openForm(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Connections" }).first().click();
  await page.getByRole("link", { name: "New connection" }).click();
  await page
    .getByRole("table", { name: "Betalingsservice" })
    .getByRole("link", { name: "Simulator", exact: true })
    .click();
  await expect(page.getByRole("heading", { level: 1, name: /^New connection: / })).toBeVisible();
}

async function fillForm(
  page: Page,
  { name, address, key, password }: { name: string; address: string; key: Key; password: string },
): Promise<void> {
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Address").fill(address);
  await page.getByLabel("Consumer key").fill(key.consumerKey);
  const file = {
    name: "storykey.p12",
    mimeType: "application/x-pkcs12",
    buffer: Buffer.from(key.p12, "base64"),
  };
  await page.getByLabel("Key file", { exact: true }).setInputFiles(file);
  await page.getByLabel("Key alias").fill(ALIAS);
  await page.getByLabel("Password of the key").fill(password);
}

const submit = (page: Page) => page.getByRole("button", { name: "Set up this connection" }).click();

/** Tells what each answer to the page's own requests held. The browser keeps too few of them to be asked later. */
const overhear = `
  const ask = window.fetch;
  window.fetch = async (...given) => {
    const answer = await ask(...given);
    answer.clone().text().then(window.overheard, () => {});
    return answer;
  };
`;

/** Everything that comes to the page from now on: answers as they come, and the whole page whenever it is looked at. */
async function listen(page: Page) {
  const heard: string[] = [];
  await page.exposeFunction("overheard", (text: string) => heard.push(text));
  await page.addInitScript({ content: overhear });
  return { heard, look: async () => heard.push(await page.content()) };
}

test.describe("a connection to a provider", () => {
  test("an admin sets one up with a key file, and its secrets are never seen again", async ({
    page,
    signIn,
    simulators,
    accessible,
  }) => {
    test.slow();
    const key = await newKey(simulators, "production");
    const address = productionAt(simulators);
    const { heard, look } = await listen(page);
    await signIn(page, "admin");
    await openForm(page);
    await accessible(page);

    // A wrong password is said at its field, and nothing has to be typed again but that.
    await fillForm(page, { name: "Heat, second account", address, key, password: "not this one" });
    await submit(page);
    const password = page.getByLabel("Password of the key");
    await expect(password).toHaveAttribute("aria-invalid", "true");
    await expect(password).toHaveAccessibleDescription(/The password does not open the file/);
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Heat, second account");
    await expect(page.getByLabel("Address")).toHaveValue(address);
    await expect(page.getByLabel("Consumer key")).toHaveValue(key.consumerKey);
    await expect(page.getByLabel("Key alias")).toHaveValue(ALIAS);
    await expect(page.getByLabel("Key file", { exact: true })).toHaveValue(/storykey\.p12$/);
    await look();
    await accessible(page);

    await password.fill(PASSWORD);
    await submit(page);
    await page.waitForURL(/\/connections\/con_/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Works\./);
    const facts = page.getByRole("complementary", { name: "Facts" });
    await expect(facts).toContainText(key.fingerprint.slice(0, 24));
    await expect(facts).toContainText(`••••${key.consumerKey.replace(/0+$/, "").slice(-4)}`);
    await expect(facts).toContainText(`Expires${longDay(key.expiresAt)}`);
    await look();
    await accessible(page);

    const record = page.url();
    for (const part of ["calls", "assumptions", "events"]) {
      await page.goto(`${record}?part=${part}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Works\./);
      await look();
    }
    await page.goto(`${record}/credential`);
    await expect(page.getByLabel("Consumer key")).toHaveValue("");
    await look();
    await page.goto("/connections");
    await expect(page.getByRole("table", { name: "Connections" })).toContainText("Heat, second account");
    await look();
    const everything = heard.join("\n");
    // It holds the answer to the refused attempt, which knew all of them.
    expect(everything).toContain('"status":"problem"');
    expect(everything).toContain("Heat, second account");
    const secrets = [key.consumerKey, key.p12.slice(0, 200), PASSWORD, "not this one", pemLine(key.pem)];
    for (const secret of secrets) expect(everything).not.toContain(secret);
  });

  test("a key of the sandbox does not open production, and the record says what to look at", async ({
    page,
    signIn,
    simulators,
    accessible,
  }) => {
    const key = await newKey(simulators, "sandbox");
    const address = productionAt(simulators);
    await signIn(page, "admin");
    await openForm(page);
    await fillForm(page, { name: "Heat, wrong key", address, key, password: PASSWORD });
    await submit(page);
    await page.waitForURL(/\/connections\/con_/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/refuses the credential/);
    await expect(page.getByRole("main")).toContainText("a sandbox key does not open production");
    await accessible(page);
  });

  test("an agent is not shown connections, and is told who can help wherever she asks", async ({
    page,
    signIn,
    simulators,
    desk,
    request,
    accessible,
  }) => {
    test.slow();
    const key = await newKey(simulators, "production");
    const address = productionAt(simulators);
    const admin = "Søren Dalsager";

    // The form of an admin who has gone home is still open when an agent signs in beside it.
    await signIn(page, "admin");
    await openForm(page);
    await fillForm(page, { name: "Not by an agent", address, key, password: PASSWORD });
    const beside = await page.context().newPage();
    await signIn(beside, "agent");
    await submit(page);
    const summary = page.getByRole("region", { name: /Your role does not allow this/ });
    await expect(summary).toContainText(admin);

    await expect(beside.getByRole("link", { name: "Payments", exact: true })).not.toHaveCount(0);
    await expect(beside.getByRole("link", { name: "Connections" })).toHaveCount(0);
    for (const place of ["/connections", "/connections/new"]) {
      await beside.goto(place);
      await expect(beside.getByRole("main")).toContainText(admin);
      await expect(beside.getByRole("main").getByRole("textbox")).toHaveCount(0);
      await accessible(beside);
    }

    // By the API with a key that has no such right, even finance's.
    const answer = await request.post(`${desk.url}/api/v1/connections`, {
      headers: { authorization: `Bearer ${desk.apiKey}`, "idempotency-key": "story-connection" },
      data: { provider: "mastercard-bs", name: "Not by an agent", environment: "simulator" },
    });
    expect(answer.status()).toBe(403);
    expect(await answer.json()).toMatchObject({
      code: "not_permitted",
      detail: expect.stringContaining("Roles that may: admin."),
    });

    await signIn(page, "admin");
    await page.goto("/connections");
    await expect(page.getByRole("table", { name: "Connections" })).not.toContainText("Not by an agent");
  });
});

/** A day in another year than this, as the desk writes it: "28 November 2027". */
function longDay(at: Date): string {
  const words = new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "Europe/Copenhagen",
  });
  return words.format(at);
}

/** A line from the middle of the private key, which any form of it would hold. */
function pemLine(pem: string): string {
  const line = pem.split("\n")[4];
  if (!line) throw new Error("the key is too short");
  return line;
}
