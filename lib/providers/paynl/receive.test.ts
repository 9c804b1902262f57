import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Incoming } from "@/lib/providers/contract";
import { bytes, call, get, json, multipart, post, read } from "@/lib/providers/paynl/testing-calls";

const hints = [
  { about: "mandate", ref: { providerId: "IO-1000-2000-3000" } },
  {
    about: "payment",
    ref: {
      providerId: "IL-1000-2000-3001",
      reference: "PAY-2026-000417",
      mandateProviderId: "IO-1000-2000-3000",
    },
  },
];

describe("the forms of a call", () => {
  it.each<[string, Incoming]>([
    ["GET", get(call)],
    [
      "a form",
      post(new URLSearchParams(call).toString(), { "content-type": "application/x-www-form-urlencoded" }),
    ],
    ["a form without a content type", post(new URLSearchParams(call).toString())],
    ["multipart", multipart(call, "xYz")],
    ["JSON", json(call)],
    ["JSON under a wrong content type", post(JSON.stringify(call), { "content-type": "text/plain" })],
    [
      "the older names",
      json({
        ...call,
        mandateId: "",
        referenceId: null,
        mandate_id: call.mandateId,
        reference_id: call.referenceId,
      }),
    ],
  ])("%s says the same", (_, incoming) => {
    expect(read(incoming)).toMatchObject({
      authenticity: "unsigned",
      title: "incassocollected",
      known: true,
      hints,
      stored: { status: 200, body: "TRUE| stored", contentType: "text/plain; charset=utf-8" },
      failed: { status: 503, body: "FALSE| try again" },
    });
  });

  it("takes the mandate from what a first debit carries back", () => {
    const first = json({ ...call, action: "incassoadd", extra1: "man_01JD0000000000000000000001" });
    expect(read(first).hints).toEqual([
      { about: "mandate", ref: { providerId: "IO-1000-2000-3000", ourId: "man_01JD0000000000000000000001" } },
      { about: "payment", ref: { providerId: "IL-1000-2000-3001", mandateProviderId: "IO-1000-2000-3000" } },
    ]);
  });

  it("reads the flat transaction that comes without an action", () => {
    const flat = {
      paymentMethod: { id: 137, name: "Incasso" },
      status: { code: 100 },
      reference: "man-01JD0000000000000000000001",
    };
    expect(read(json(flat))).toMatchObject({
      title: "transaction 100",
      known: true,
      hints: [{ about: "mandate", ref: { ourId: "man_01JD0000000000000000000001" } }],
    });
  });

  it("asks for the payments when only an order is named", () => {
    expect(read(get({ action: "new_ppt", order_id: "52801234567X1001" }))).toMatchObject({
      known: true,
      hints: [{ about: "payments" }],
    });
  });

  it.each<[string, Incoming]>([
    ["an action we do not know", json({ ...call, action: "incassofuture" })],
    [
      "an order event",
      json({ event: "status_changed", type: "order", version: 1, object: { status: { code: 100 } } }),
    ],
    ["an action about nothing", json({ action: "incassocollected" })],
    ["an empty call", post("")],
    ["a list", json([call])],
    ["broken JSON", post('{"action":', { "content-type": "application/json" })],
    ["bytes that are no text", post(new Uint8Array([0xff, 0xfe, 0x00, 0xc3]))],
    ["multipart without a boundary", post("x", { "content-type": "multipart/form-data" })],
  ])("keeps and answers %s without knowing it", (_, incoming) => {
    expect(read(incoming)).toMatchObject({ known: false, authenticity: "unsigned", stored: { status: 200 } });
  });

  it("never lets a code of other characters into a hint", () => {
    const hostile = { ...call, extra1: "", referenceId: "../../authenticate", mandateId: "IO-1?x=1" };
    expect(read(json(hostile)).hints).toEqual([{ about: "payments" }]);
  });

  it("takes the last of duplicated keys, in a form and in JSON", () => {
    const form = post("referenceId=IL-1&referenceId=IL-2&action=incassosend");
    const text = post('{"referenceId":"IL-1","referenceId":"IL-2","action":"incassosend"}');
    for (const incoming of [form, text])
      expect(read(incoming).hints).toEqual([{ about: "payment", ref: { providerId: "IL-2" } }]);
  });
});

it("answers unsigned JSON in JSON when told so", () => {
  const { stored } = read(json(call), { json_reply_to_unsigned: "yes" });
  expect(JSON.parse(stored.body)).toMatchObject({ result: true, verification: expect.any(String) });
  expect(read(get(call), { json_reply_to_unsigned: "yes" }).stored.body).toBe("TRUE| stored");
});

describe("repeats", () => {
  it("have one key in every form, though a multipart boundary and the order of a query change", () => {
    const pairs: [Incoming, Incoming][] = [
      [json(call), json(call)],
      [multipart(call, "one"), multipart(call, "two")],
      [get(call), get(Object.fromEntries(Object.entries(call).reverse()))],
    ];
    for (const [one, two] of pairs) expect(read(one).dedupeKey).toBe(read(two).dedupeKey);
  });

  it.each([
    ["action", "incassostorno"],
    ["referenceId", "IL-1000-2000-3002"],
    ["amount", "32.76"],
  ])("differ in %s", (name, value) => {
    for (const form of [json, get])
      expect(read(form(call)).dedupeKey).not.toBe(read(form({ ...call, [name]: value })).dedupeKey);
  });
});

describe("anything at all", () => {
  const types = [
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=a",
    "",
    "text/html",
  ];

  it("is read or refused, and never throws", () => {
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.json().map(bytes),
      fc.string().map((text) => bytes(`--a\r\n${text}\r\n\r\n--a--`)),
    );
    const headers = fc.dictionary(
      fc.constantFrom("signature", "Signature-Method", "signature-keyid", "signature-algorithm", "x"),
      fc.oneof(fc.string(), fc.constantFrom("HMAC", "SL-1000-2000", "sha256", "constructor")),
    );
    fc.assert(
      fc.property(anything, headers, fc.constantFrom(...types), (body, extra, type) => {
        const said = read(post(body, { ...extra, "content-type": type }));
        expect(said.authenticity).not.toBe("signed");
        expect(said.dedupeKey).toMatch(/^[0-9a-f]{64}$/);
      }),
      { numRuns: 2_000 },
    );
  });

  it("of ten megabytes is refused before it is read", () => {
    const said = read(
      post(new Uint8Array(10 * 1024 * 1024).fill(0x7b), { "content-type": "application/json" }),
    );
    expect(said).toMatchObject({ authenticity: "refused", stored: { status: 413 } });
  });

  it("nested as deeply as fits is read as nothing", () => {
    const deep = "[".repeat(1_000_000);
    expect(read(post(deep)).known).toBe(false);
    expect(read(post(`{"a":${"[".repeat(500_000)}${"]".repeat(500_000)}}`)).known).toBe(false);
  });
});
