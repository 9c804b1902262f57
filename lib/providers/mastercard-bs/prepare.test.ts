import { describe, expect, it } from "vitest";
import type { CreateMandate, Intent, Values } from "@/lib/providers/contract";
import { prepare } from "@/lib/providers/mastercard-bs/create";
import { intent, prepared, uuid } from "@/lib/providers/mastercard-bs/testing/provider";

const changed = (more: Partial<CreateMandate>): CreateMandate => ({ ...intent, ...more });

describe("a prepared request", () => {
  it("has exactly the bytes of the known example, and no credential", () => {
    expect(prepared).toEqual({
      operation: "mandate.create",
      key: uuid,
      method: "POST",
      path: "/delegated-mandates",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: '{"uuid":"0b9f6c1e-6c0a-4a5e-9d2e-3f4a5b6c7d8e","debtorIdentity":{"cprNumber":"0101701234"},"debtorAccountInformation":{"debtorRegNo":"0040","debtorAccountNo":"0440116243"},"creditorsDebtorReference":"000000000012345","creditorData":{"pbsNumber":2056372,"debtorGroupNumber":1}}',
    });
    expect(prepare({ ...intent, values: { ...intent.values } }, {})).toEqual(prepared);
  });

  it.each<[string, Values, Values, unknown]>([
    [
      "a company",
      { identity: "13748136", account: "0040 0440116243" },
      {},
      { debtorIdentity: { cvrNumber: "13748136" } },
    ],
    [
      "a company under another name",
      { identity: "13748136", account: "0040 0440116243" },
      { company_number_name: "companyNo" },
      { debtorIdentity: { companyNo: "13748136" } },
    ],
    [
      "a short account",
      { identity: "0101701234", account: "0040 1234" },
      {},
      { debtorAccountInformation: { debtorRegNo: "0040", debtorAccountNo: "0000001234" } },
    ],
    [
      "a short account, sent without zeros",
      { identity: "0101701234", account: "00400000001234" },
      { pad_account: "false" },
      { debtorAccountInformation: { debtorRegNo: "0040", debtorAccountNo: "1234" } },
    ],
    [
      "an IBAN",
      { identity: "0101701234", account: "DK50 0040 0440 1162 43" },
      {},
      { debtorAccountInformation: { debtorRegNo: "0040", debtorAccountNo: "0440116243" } },
    ],
  ])("of %s names it as they do", (_, values, settings, expected) => {
    expect(JSON.parse(prepare(changed({ values }), settings).body)).toMatchObject(Object(expected));
  });

  it.each<[string, Intent]>([
    ["an identity", changed({ values: { ...intent.values, identity: "010170-123" } })],
    ["an account", changed({ values: { ...intent.values, account: "0040" } })],
    ["a customer number", changed({ customerNumber: "0000000000123456" })],
    ["a key", changed({ key: "man_1" })],
    ["a creditor number", changed({ agreement: { ...intent.agreement, values: { debtor_group: "00001" } } })],
    [
      "a debtor group",
      changed({ agreement: { ...intent.agreement, values: { pbs_number: "02056372", debtor_group: "0" } } }),
    ],
    ["an operation", { operation: "agreement.register", key: uuid, agreement: intent.agreement }],
  ])("is never made of %s that no check would have let through", (_, unfit) => {
    expect(() => prepare(unfit, {})).toThrow(TypeError);
  });
});
