import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { signature } from "./render";
import { openStage, shop, token } from "./testing";

const body = Buffer.from(
  '{"action":"incassocollected","mandateId":"IO-1000-2000-3000","referenceId":"IL-1000-2000-3001","amount":"49.99"}',
);

test("the published test vector comes out with sha256 and sha512", () => {
  expect(body.length).toBe(112);
  const secret = "0123456789abcdef0123456789abcdef01234567";
  expect(signature(body, secret, "sha256")).toBe(
    "789ecb495725d86dca47978fb5e529be66aa21fa6d00518f332972b6eeaf3f55",
  );
  expect(signature(body, secret, "sha512")).toBe(
    "1cdd67cf5fc638575fee4766fbf9ca3420e31474cfe3a02a3767bc790e1d7db276d6443c99c8d7ef56f36c9db40e066d8ce93d967af83841ee9156e28728edad",
  );
});

const wanted = {
  action: "incassoadd",
  pincode: "",
  tool: "adapter-1",
  info: "backoffice",
  ip_address: "192.0.2.15",
  amount: "125.00",
  extra1: "mandate:417",
  payment_profile_id: "137",
  mandateId: "IO-1000-2000-3001",
  referenceId: "IL-1000-2000-3001",
};

test.each([
  [{ method: "TXT_GET" }, "GET", undefined],
  [{ method: "JSON_GET" }, "GET", undefined],
  [{ method: "TXT_POST" }, "POST", "application/x-www-form-urlencoded"],
  [{ method: "TXT_POST", formEncoding: "multipart" }, "POST", "multipart/form-data"],
  [{ method: "JSON_POST" }, "POST", "application/json"],
  [{ method: "SIGNED_JSON_POST" }, "POST", "application/json"],
])("a sales location with %o is called by %s with the same fields", async (settings, method, type) => {
  const stage = await openStage();
  await stage.sim("POST", "/settings/SL-1000-2000", settings);
  await stage.mandate();
  await stage.simulator.settle();
  const [call] = stage.receiver.calls;
  expect(call?.method).toBe(method);
  expect(call?.headers["content-type"]?.split(";")[0]).toBe(type);
  expect(call?.url.startsWith("/hook?k=7f0c")).toBe(true);
  expect(call?.fields).toMatchObject({ ...wanted, k: "7f0c" });
  expect(call?.headers.signature === undefined).toBe(settings.method !== "SIGNED_JSON_POST");
  await stage.close();
});

test.each([
  [{}, "sha256", shop],
  [{ signatureAlgorithm: "sha512" }, "sha512", shop],
  [{ signatureKey: "AT-1000-2000", signatureAlgorithm: "sha512" }, "sha512", token],
])("a signed call with %o carries an HMAC over its bytes", async (settings, algorithm, key) => {
  const stage = await openStage();
  await stage.sim("POST", "/settings/SL-1000-2000", { method: "SIGNED_JSON_POST", ...settings });
  await stage.mandate();
  await stage.simulator.settle();
  const [call] = stage.receiver.calls;
  expect(call?.headers["signature-method"]).toBe("HMAC");
  expect(call?.headers["signature-keyid"]).toBe(key.user);
  expect(call?.headers["signature-algorithm"]).toBe(algorithm);
  const own = createHmac(algorithm, key.secret).update(call?.raw ?? "");
  expect(call?.headers.signature).toBe(own.digest("hex"));
  await stage.close();
});

test("the switch leaves the signature out, another only the name of its algorithm", async () => {
  const stage = await openStage();
  const set = (settings: object) => stage.sim("POST", "/settings/SL-1000-2000", settings);
  await set({ method: "SIGNED_JSON_POST", signed: false });
  await stage.mandate();
  await stage.simulator.settle();
  await set({ signed: true, nameAlgorithm: false });
  await stage.mandate();
  await stage.simulator.settle();
  const [unsigned, unnamed] = stage.receiver.calls;
  expect(unsigned?.headers).not.toHaveProperty("signature");
  expect(unnamed?.headers).toHaveProperty("signature");
  expect(unnamed?.headers).not.toHaveProperty("signature-algorithm");
  await stage.close();
});

test("the flat shape has a status and no action, and both shapes can come for one change", async () => {
  const stage = await openStage();
  await stage.sim("POST", "/settings/SL-1000-2000", { method: "JSON_POST", shape: "both" });
  await stage.mandate();
  await stage.simulator.settle();
  expect(stage.receiver.actions()).toEqual(["incassoadd", ""]);
  expect(JSON.parse(stage.receiver.calls[1]?.raw.toString() ?? "")).toEqual({
    paymentMethod: { id: 137, name: "Incasso" },
    status: { code: 91 },
    description: "Annual service 2026",
    reference: "CONTRACT-000417",
  });
  await stage.sim("POST", "/settings/SL-1000-2000", { method: "TXT_GET", shape: "flat" });
  await stage.mandate();
  await stage.simulator.settle();
  expect(stage.receiver.calls[2]?.fields).toMatchObject({ "status[code]": "91", "paymentMethod[id]": "137" });
  await stage.close();
});

test("older senders name the mandate and the debit with underscores", async () => {
  const stage = await openStage();
  await stage.sim("POST", "/settings/SL-1000-2000", { idNames: "older" });
  await stage.mandate();
  await stage.simulator.settle();
  const fields = stage.receiver.calls[0]?.fields;
  expect(fields).toMatchObject({ mandate_id: "IO-1000-2000-3001", reference_id: "IL-1000-2000-3001" });
  expect(fields).not.toHaveProperty("mandateId");
  await stage.close();
});
