import { createTranslator } from "next-intl";
import { expect, it, vi } from "vitest";
import { messagesFor } from "@/lib/i18n/messages";
import { deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { issue } from "@/lib/testing/debitdirect-payments";
import { exportedPayments } from "./payments";

vi.setConfig({ testTimeout: 60_000 });

const words = <Name extends "payments" | "states">(namespace: Name) =>
  createTranslator({ locale: "en", messages: messagesFor("en"), namespace });

it("has a payment under the month that collects it, as the list does", async () => {
  const at = await deskOnDebitDirect("2026-11-29T09:00:00Z");
  await issue(at, { due: "2027-01-04", amount: "1,00" });
  const ctx = at.desk.as("auditor");
  const { columns, from } = exportedPayments(ctx, {}, words("payments"), words("states"), "en");
  const { rows } = await from.read(undefined);
  const month = columns.find(({ key }) => key === "window");
  expect(rows.map((row) => [row.window, month?.of(row)])).toEqual([["2026-12", "2027-01"]]);
});
