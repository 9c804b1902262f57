import { expect, it } from "vitest";
import { deskOnDebitDirect } from "@/lib/testing/debitdirect";
import { findConnection } from "./open-line";

it("S4: no line is opened on another creditor's connection", async () => {
  const { desk, connectionId } = await deskOnDebitDirect("2026-11-10T10:00:00Z");
  const { read } = desk.runtime.db;
  expect(await findConnection(read, desk.creditorId, connectionId)).toMatchObject({ id: connectionId });
  await expect(findConnection(read, "cre_other", connectionId)).rejects.toMatchObject({ code: "not_found" });
});
