import { describe, expect, it } from "vitest";
import { addressAllowed } from "./transport";

/** Ways to write "inside": addresses in disguise, local names, other protocols, user names that look like hosts. */
const inside = [
  "http://api.debitdirect.io",
  "https://127.0.0.1",
  "https://127.0.0.2",
  "https://127.1",
  "https://2130706433",
  "https://0x7f000001",
  "https://0x7f.1",
  "https://0177.0.0.1",
  "https://0.0.0.0",
  "https://127。0。0。1",
  "https://①②⑦.⓪.⓪.①",
  "https://[::1]",
  "https://[::]",
  "https://[::ffff:127.0.0.1]",
  "https://[::ffff:7f00:1]",
  "https://[0:0:0:0:0:0:0:1]",
  "https://[fe80::1]",
  "https://[fd00::1]",
  "https://[64:ff9b::7f00:1]",
  "https://[2001:db8::1]",
  "https://10.0.0.1",
  "https://172.16.0.1",
  "https://192.168.1.1",
  "https://169.254.169.254/latest/meta-data",
  "https://100.64.0.1",
  "https://8.8.8.8",
  "https://localhost",
  "https://LOCALHOST",
  "https://localhost.",
  "https://desk.localhost",
  "https://printer.local",
  "https://metadata.google.internal",
  "https://router.home.arpa",
  "https://intranet",
  "https://db.corp",
  "https://127.0.0.1@api.debitdirect.io",
  "https://api.debitdirect.io:443@127.0.0.1",
  "https://user:pass@api.debitdirect.io",
  "https:127.0.0.1",
  "https:\\\\127.0.0.1",
  "https://127.0.0.1\t/",
  "ftp://api.debitdirect.io",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "//api.debitdirect.io",
  "api.debitdirect.io",
  "https://",
  "",
];

describe("where a connection may lead", () => {
  it.each(inside)("is not %j, neither in the sandbox nor in production", (url) => {
    expect(addressAllowed(url, "production")).toBe(false);
    expect(addressAllowed(url, "sandbox")).toBe(false);
  });

  it.each([
    "https://api.debitdirect.io",
    "https://rest.pay.nl",
    "https://rest.pay.nl.",
    "https://mtf.oauth.payments.mastercard.dk/betalingsservice/bs-creditor-api-sandbox",
    "https://127.0.0.1.example.org",
    "https://localhost.example.org",
    "https://10.example.org:8443/x?y=https://127.0.0.1",
  ])("is %j outside the simulator, and never in it", (url) => {
    expect(addressAllowed(url, "production")).toBe(true);
    expect(addressAllowed(url, "simulator")).toBe(false);
  });

  it.each(["http://127.0.0.1:4101", "http://localhost:4101", "https://[::1]:4101", "http://127.1:4101/x"])(
    "is %j in the simulator alone",
    (url) => {
      expect(addressAllowed(url, "simulator")).toBe(true);
      expect(addressAllowed(url, "production")).toBe(false);
    },
  );

  it.each([
    "http://127.0.0.1.example.org",
    "http://localhost.example.org",
    "http://127.0.0.1@example.org",
    "http://user@127.0.0.1",
    "http://10.0.0.1",
    "http://0.0.0.0",
    "http://[::ffff:127.0.0.1]",
    "ftp://127.0.0.1",
    "ws://localhost",
  ])("is not %j in the simulator", (url) => {
    expect(addressAllowed(url, "simulator")).toBe(false);
  });
});
