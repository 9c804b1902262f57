import { expect } from "@playwright/test";
import { nextChangeThere, onboard, paymentThere, signUpAtTheBank } from "./support/debitdirect";
import { test } from "./support/fixtures";
import {
  addDebtor,
  cutoffOn,
  expectState,
  issue,
  openDebtor,
  prepare,
  preview,
  told,
  written,
} from "./support/story";

const MINUTE = 60_000;

test.describe("a month on DebitDirect", () => {
  test("a mandate signed up at the bank is reported and finds its debtor by the customer number @both", async ({
    page,
    signIn,
    simulators,
    accessible,
  }) => {
    const inge = { name: "Inge Lund", number: "70001" };
    await signIn(page, "agent");
    await addDebtor(page, inge);
    await accessible(page);
    await signUpAtTheBank(simulators, inge.number);
    await expect(async () => {
      await openDebtor(page, inge);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("DebitDirect can charge Inge Lund.");
    }).toPass();
    await page.getByRole("table", { name: "Mandates" }).getByRole("link", { name: "DebitDirect" }).click();
    await expectState(page, "Active");
    await expect(told(page, "Active.")).toBeVisible();
    await accessible(page);
  });

  test("a payment goes through its window and comes back, and one a minute late lands a month later @both", async ({
    page,
    signIn,
    simulators,
    clock,
    accessible,
  }) => {
    test.slow();
    const bo = { name: "Bo Storm", number: "70002" };
    await onboard(page, bo, { signIn, simulators });
    await signIn(page, "finance");

    // In time: the preview names the day that DebitDirect then keeps, and so does the record.
    await prepare(page, bo, { amount: "412.66", text: "Heat, first quarter", reference: "STORY-70002-1" });
    await expect(preview(page)).toContainText("412.66");
    await accessible(page);
    const foreseen = (await preview(page).textContent()) ?? "";
    const record = await issue(page);
    await expectState(page, "Pending");
    const { paymentDay } = await paymentThere(simulators, "STORY-70002-1");
    expect(foreseen).toMatch(written(paymentDay));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(written(paymentDay));
    await accessible(page);
    const cutoff = await cutoffOn(page);

    // A minute late for the same day.
    await clock.moveTo(new Date(cutoff.getTime() + MINUTE));
    const late = { amount: "250.00", text: "Heat, late", due: paymentDay, reference: "STORY-70002-2" };
    await prepare(page, bo, late);
    // A refresh loses nothing of it.
    await page.reload();
    await expect(page.getByLabel("Amount")).toHaveValue(late.amount);
    await expect(page.getByLabel("Your reference")).toHaveValue(late.reference);
    await expect(preview(page)).toContainText("a month later");
    const foreseenLate = (await preview(page).textContent()) ?? "";
    await issue(page);
    await expectState(page, "Pending");
    const landed = await paymentThere(simulators, "STORY-70002-2");
    expect(monthsFrom(paymentDay, landed.paymentDay)).toBe(1);
    expect(foreseenLate).toMatch(written(landed.paymentDay));
    await expect(page.getByRole("main")).toContainText("It is collected a month later");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(written(landed.paymentDay));

    // Then what the clock brings to the first one, in front of the reader.
    await page.goto(record);
    await expectState(page, "Pending");
    await clock.moveTo(await nextChangeThere(simulators, "STORY-70002-1"));
    await expectState(page, "Scheduled");
    await clock.moveTo(await nextChangeThere(simulators, "STORY-70002-1"));
    await expectState(page, "Settled");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(written(paymentDay));
    await clock.moveTo(await nextChangeThere(simulators, "STORY-70002-1"));
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(
        "Chargeback. It was taken and given back.",
        { timeout: 1_000 },
      );
    }).toPass();
    await expect(told(page, "Chargeback.")).toBeVisible();
    await accessible(page);
  });
});

function monthsFrom(from: string, to: string): number {
  const months = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return months(to) - months(from);
}
