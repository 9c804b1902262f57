import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scrubBody, scrubHeaders, scrubText, scrubUrl } from "./scrub";

const names = ["cprNumber", "iban", "debtorAccountNo", "password", "oauth_consumer_key"];
const cpr = "0101701234";
const iban = "NL91ABNA0417164300";
const json = (value: unknown) => scrubBody(JSON.stringify(value), names);

describe("values under sensitive names", () => {
  it("are masked at any depth, in any letter case, in lists and in JSON inside a string", () => {
    const inner = { Debtor: [{ CPRNUMBER: cpr, note: "kept" }] };
    const stored = json({ ...inner, data: JSON.stringify(inner), list: [{ iban }] });
    expect(stored).not.toContain(cpr);
    expect(stored).not.toContain(iban);
    expect(stored.match(/kept/g)).toHaveLength(2);
    expect(stored).toContain("••••4300");
  });

  it("are masked in a form, where a name may stand twice", () => {
    const stored = scrubBody(`iban=${iban}&amount=12.50&iban=${iban}`, names);
    expect(stored).not.toContain(iban);
    expect(new URLSearchParams(stored).getAll("iban")).toHaveLength(2);
    expect(new URLSearchParams(stored).get("amount")).toBe("12.50");
  });

  it("keep nothing of a personal number, because elsewhere its other half is shown", () => {
    expect(json({ cprNumber: cpr })).toBe('{"cprNumber":"••••"}');
    expect(json({ cprNumber: 101701234 })).toBe('{"cprNumber":"••••"}');
    expect(json({ debtorAccountNo: "0440116243" })).toBe('{"debtorAccountNo":"••••6243"}');
    expect(json({ password: "short" })).toBe('{"password":"••••"}');
  });

  it("leave null, objects and everything else as it was", () => {
    const plain = { cprNumber: null, iban: { valid: true }, amount: 2_147_483_647, ok: false };
    expect(json(plain)).toBe(JSON.stringify(plain));
  });
});

describe("personal data that a text quotes", () => {
  it.each([
    ["Debtor 010170-1234 is not known.", "010170-1234"],
    ["Debtor 0101701234 is not known.", cpr],
    ["cprNumber0101701234", cpr],
    ["An administrative number, 610170 1234.", "610170 1234"],
    [`Account ${iban} is closed.`, iban],
    ["Account nl91 abna 0417 1643 00 is closed.", "nl91 abna 0417 1643 00"],
    ["Mistyped: NL91ABNA041716430 is too short", "NL91ABNA041716430"],
    ["DK5000400440116243", "0440116243"],
    ["Account 0040 0440116243 refused", "0440116243"],
    ["Account 0040-440116243 refused", "440116243"],
    ["Account 00400440116243 refused", "00400440116243"],
    ["POST&https%3A%2F%2Fx&oauth_consumer_key%3Dabcdefgh%21ijklmnop%26oauth_nonce%3D1", "ijkl"],
    ["password=hunter2hunter2; try again", "hunter2"],
  ])("is masked in %j, as JSON value, as form value and as plain text", (text, secret) => {
    const form = new URLSearchParams({ description: text }).toString();
    for (const stored of [json({ errorDescription: text }), scrubBody(text, names)])
      expect(stored).not.toContain(secret);
    expect(decodeURIComponent(scrubBody(form, names)).replaceAll("+", " ")).not.toContain(secret);
  });

  it.each([
    "6b1f3c52-0000-4000-8000-123456789012",
    "IO-1000-2000-3000",
    "52801234567X1001",
    "pay_01JD8RQ0000000000000000000",
    "2026-11-20T09:12:44.1234567Z",
    "Aftalenummer 012345678",
    "PBS 02056372, gruppe 00001",
    "Tlf. 12345678",
    "AT-1000-2000",
    "Ikke dækning på kontoen",
  ])("leaves %j readable", (text) => {
    expect(scrubText(text)).toBe(text);
    expect(json({ text })).toBe(JSON.stringify({ text }));
  });

  it("finds every number of ten digits, wherever it stands between words", () => {
    const word = fc.stringMatching(/^[a-z ,.:(]{0,12}$/);
    const number = fc.stringMatching(/^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{6}$/);
    fc.assert(
      fc.property(word, number, word, (before, secret, after) => {
        expect(json({ text: `${before} ${secret} ${after}` })).not.toContain(secret);
      }),
    );
  });
});

describe("anything else", () => {
  it("never throws and stays parseable when it was JSON", () => {
    fc.assert(fc.property(fc.string(), (body) => typeof scrubBody(body, names) === "string"));
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const before: unknown = value;
        if (typeof before === "object" && before !== null) JSON.parse(json(before));
      }),
    );
  });

  it("does not fall over deep nesting", () => {
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    expect(scrubBody(deep, names).length).toBeGreaterThan(0);
  });
});

describe("headers and addresses", () => {
  it("lose what signs in or signs, in any letter case", () => {
    const scrubbed = scrubHeaders({
      Authorization: "Basic x",
      SIGNATURE: "ab",
      "set-cookie": "s",
      date: "d",
    });
    expect(scrubbed).toEqual({
      Authorization: "removed",
      SIGNATURE: "removed",
      "set-cookie": "removed",
      date: "d",
    });
  });

  it("lose user, password, sensitive query values and what looks like a person or an account", () => {
    const url = `https://user:pass@api.example.org/x/${cpr}?iban=${iban}&note=${iban}&page=2`;
    const stored = decodeURIComponent(scrubUrl(url, names));
    for (const secret of ["user", "pass", cpr, iban]) expect(stored).not.toContain(secret);
    expect(stored).toContain("page=2");
    expect(scrubUrl("not an address", names)).toBe("");
  });
});
