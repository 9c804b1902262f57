import type { SimAnswer } from "../kit/simulator";
import type { Settings } from "./settings";

export interface Violation {
  propertyPath: string;
  message: string;
  code: string;
}

const titles: Record<number, { en: string; nl: string }> = {
  400: { en: "Bad request", nl: "Foute aanvraag" },
  401: { en: "Unauthorized", nl: "Niet geautoriseerd" },
  403: { en: "Forbidden", nl: "Geen toegang" },
  404: { en: "Not found", nl: "Niet gevonden" },
  405: { en: "Method not allowed", nl: "Methode niet toegestaan" },
  406: { en: "Not acceptable", nl: "Niet acceptabel" },
  415: { en: "Unsupported media type", nl: "Formaat niet ondersteund" },
  422: { en: "Bad request", nl: "Foute aanvraag" },
  429: { en: "Too many requests", nl: "Te veel aanvragen" },
};

/**
 * An error as PAY words it (https://developer.pay.nl/docs/error-codes). Apart from the codes listed there, `code` is
 * `PAY-1` followed by the HTTP status: the true numbers are not published.
 */
export function payError(
  settings: Settings,
  status: number,
  detail: string,
  more: { code?: string; violations?: Violation[] } = {},
): SimAnswer {
  const title = titles[status] ?? { en: "Error", nl: "Fout" };
  return {
    status,
    ...(status === 401 ? { headers: { "www-authenticate": 'Basic realm="PAY"' } } : {}),
    body: {
      type: "https://developer.pay.nl/docs/error-codes",
      code: more.code ?? `PAY-1${status}`,
      title: settings.dutchTitles ? title.nl : title.en,
      detail,
      ...(more.violations ? { violations: more.violations } : {}),
    },
  };
}

/** Bad input: 400, or 422 where the setting says so; which of the two PAY uses is not known. */
export function badInput(settings: Settings, violations: Violation[]): SimAnswer {
  return payError(settings, settings.validationStatus, "One or more fields are not valid.", {
    code: "PAY-1400",
    violations,
  });
}
