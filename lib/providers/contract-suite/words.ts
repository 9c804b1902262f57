import { describe, expect, it } from "vitest";
import { type LocalText, locales } from "@/lib/kernel/locale";
import type { Environment, Field } from "@/lib/providers/contract";
import { scrubBody, scrubHeaders, scrubUrl } from "@/lib/providers/scrub";
import { type Bench, secretsIn } from "./bench";

const environments: readonly Environment[] = ["simulator", "sandbox", "production"];

/** Before and after cut-offs, at changes of the clock, on closed days and at the end of the year. */
const instants = [
  "2026-03-29T00:59:59Z",
  "2026-10-25T00:30:00Z",
  "2026-11-20T22:59:59.999Z",
  "2026-12-24T12:00:00Z",
  "2026-12-31T23:59:59Z",
  "2027-03-28T12:00:00Z",
  "2028-02-29T19:20:00Z",
].map((text) => new Date(text));

function expectEveryLanguage(text: LocalText, where: string): void {
  for (const locale of locales) expect(text[locale].trim(), `${where} in ${locale}`).not.toBe("");
}

function describeForms(bench: Bench): void {
  const { provider } = bench;
  const agreement = {
    id: "agr_1",
    scheme: provider.schemes[0]?.code ?? "",
    providerId: null,
    values: {},
    test: true,
  };
  const forms: readonly (readonly Field[])[] = [
    provider.settingsForm,
    provider.credentialForm,
    provider.agreementForm,
    provider.mandateForm(agreement),
  ];

  describe("words and forms", () => {
    it("speak every language: labels, hints, options, schemes, reasons and the provider itself", () => {
      for (const field of forms.flat()) {
        expectEveryLanguage(field.label, `label of ${field.name}`);
        if (field.hint) expectEveryLanguage(field.hint, `hint of ${field.name}`);
        for (const option of field.options ?? [])
          expectEveryLanguage(option.label, `${field.name} ${option.value}`);
      }
      for (const [code, { what, todo }] of Object.entries(provider.reasons)) {
        expectEveryLanguage(what, `what of ${code}`);
        expectEveryLanguage(todo, `todo of ${code}`);
      }
      for (const scheme of provider.schemes) expectEveryLanguage(scheme.label, scheme.code);
      expectEveryLanguage(provider.about, "about");
    });

    it("name each field once, ask only by fields that are there, and begin with a value that is allowed", () => {
      for (const form of forms) {
        const names = form.map((field) => field.name);
        expect(new Set(names).size).toBe(names.length);
        for (const { name, when, options, initial, pattern, kind } of form) {
          if (when) expect(names, `${name} depends on ${when.field}`).toContain(when.field);
          if (kind === "choice") expect(options?.length, name).toBeGreaterThan(0);
          if (kind === "choice" && initial !== undefined)
            expect(options?.map((one) => one.value)).toContain(initial);
          if (pattern !== undefined) expect(() => new RegExp(`^(?:${pattern})$`)).not.toThrow();
        }
      }
    });

    it("ask for secrets only in fields that are never shown again", () => {
      for (const { name, kind, sensitive } of provider.credentialForm) {
        const secret = /password|secret|_key$|^pem$|^key_file$/.test(name) && name !== "consumer_key";
        if (secret) expect(kind.startsWith("secret") || sensitive === true, name).toBe(true);
      }
    });

    it("explain every refusal that was met", () => {
      for (const { reason, kind } of bench.seen.refusals) {
        expect(["data", "configuration", "state", "other"]).toContain(kind);
        expect(provider.reasons, reason.code).toHaveProperty([reason.code]);
      }
    });
  });
}

function describePolling({ provider }: Bench): void {
  describe("when to ask again", () => {
    it.each(environments)("lies ahead and within five days in the %s", (environment) => {
      for (const now of instants) {
        const wait = provider.nextPoll(now, environment, {}).getTime() - now.getTime();
        expect(wait).toBeGreaterThan(0);
        expect(wait).toBeLessThan(5 * 86_400_000);
      }
    });

    it.each(environments)("absence is proven after a delay that is a number in the %s", (environment) => {
      const { afterAbsence, visibilityDelayMs } = provider.resend(environment, {});
      expect(["same_key", "new_key", "person"]).toContain(afterAbsence);
      expect(visibilityDelayMs).toBeGreaterThanOrEqual(0);
    });
  });
}

function describeStorage(bench: Bench): void {
  const { provider } = bench;
  describe("what is stored of everything that was said above", () => {
    it("holds nothing of people, accounts or credentials", () => {
      const { canaries, secrets } = bench.harness();
      expect(bench.seen.exchanges.length).toBeGreaterThan(50);
      const hidden = [...canaries, ...secretsIn(secrets)];
      for (const { request, result } of bench.seen.exchanges) {
        const names = provider.sensitiveNames;
        const stored = [
          decodeURIComponent(scrubUrl(request.url, names)),
          JSON.stringify(scrubHeaders(request.headers)),
          scrubBody(request.body ?? "", names),
          ...(result.kind === "answered"
            ? [JSON.stringify(scrubHeaders(result.headers)), scrubBody(result.body, names)]
            : []),
        ].join("\n");
        for (const canary of hidden) {
          expect(stored).not.toContain(canary);
          expect(stored).not.toContain(Buffer.from(`${canary}:`).toString("base64").slice(0, -3));
        }
      }
    });
  });
}

/** What people read and fill in, when to ask again, and what may be stored. */
export function describeWords(bench: Bench): void {
  describeForms(bench);
  describePolling(bench);
  describeStorage(bench);
}
