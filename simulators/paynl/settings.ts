/** Every switch of the simulator. Where PAY's own behaviour is not published, the default is only a choice. */
export interface Settings {
  /** Status of a refused field. */
  validationStatus: 400 | 422;
  /** Error titles in Dutch, as PAY sometimes answers. */
  dutchTitles: boolean;
  /** Lists and gets show the world as it was this long ago. */
  visibilityLagSeconds: number;
  /** Off: the list of mandates answers 404, since nobody documents it. */
  mandateList: boolean;
  /** On: a deleted mandate answers 404 to a get and is left out of the list. Off: it shows `deletedAt`. */
  hideDeletedMandates: boolean;
  listOrder: "newest" | "oldest" | "mixed";
  /** Page size when none is asked, and the most a page holds. */
  pageLimit: number;
  /** Which of the two calls about collected money goes first. */
  collectedOrder: "random" | "incasso-first" | "payment-first";
  /** Extra copies of every exchange call. */
  duplicates: number;
  /** Every other call of a debit waits for the next one and arrives after it. */
  outOfOrder: boolean;
  /** Actions whose calls never leave; `*` is all. */
  loseActions: string[];
  /** How late the calls of an amount ending in .05 are. */
  lateMinutes: number;
  declineNameField: "name" | "reason";
  declineCodeType: "number" | "text";
  /** What stands in `decline` while nothing was declined. */
  declineWhenNone: "null" | "object";
  administrativeCode: 109 | 119;
  /** The day after collection on which a storno scenario strikes. */
  stornoDays: number;
  /** A RECURRING series ends after so many failures in a row; 0 is never. */
  stopAfterFailures: number;
  /** Send `incassodelete` when a planned debit is deleted; known only from very old receivers. */
  sendDelete: boolean;
  /** How long a receiver may take. Real time. */
  timeoutMs: number;
  /** Exchange calls under way at once; 1 keeps their order. */
  parallelCalls: number;
  /** How much faster than real time the clock runs. It moves the clock of everybody who shares it. */
  speedFactor: number;
}

/** Set per sales location, as in PAY's portal. */
export interface LocationSettings {
  /** Used where a mandate has no address of its own. */
  exchangeUrl: string | null;
  extraExchangeUrls: string[];
  method: "TXT_GET" | "TXT_POST" | "JSON_GET" | "JSON_POST" | "SIGNED_JSON_POST";
  /** How TXT_POST writes its form. */
  formEncoding: "urlencoded" | "multipart";
  /** `flat`: the object without an action. `both`: each change of a debit is told in both shapes. */
  shape: "incasso" | "flat" | "both";
  /** How a call names the mandate and the debit: `mandateId` and `referenceId`, or with underscores as older senders. */
  idNames: "current" | "older";
  /** Off: SIGNED_JSON_POST without its signature, as seen for direct debits. */
  signed: boolean;
  /** `SL`: the sales location's own secret; else the code of the token to sign with. */
  signatureKey: string;
  signatureAlgorithm: "sha256" | "sha384" | "sha512";
  /** Off: no `signature-algorithm` header; receivers must then take sha256. */
  nameAlgorithm: boolean;
  retries: "none" | "once" | "six" | "eight" | "ten" | "eleven";
}

export function defaultSettings(): Settings {
  return {
    validationStatus: 400,
    dutchTitles: false,
    visibilityLagSeconds: 0,
    mandateList: true,
    hideDeletedMandates: false,
    listOrder: "newest",
    pageLimit: 100,
    collectedOrder: "random",
    duplicates: 0,
    outOfOrder: false,
    loseActions: [],
    lateMinutes: 120,
    declineNameField: "name",
    declineCodeType: "number",
    declineWhenNone: "null",
    administrativeCode: 109,
    stornoDays: 10,
    stopAfterFailures: 0,
    sendDelete: false,
    timeoutMs: 5000,
    parallelCalls: 1,
    speedFactor: 1,
  };
}

export function defaultLocationSettings(): LocationSettings {
  return {
    exchangeUrl: null,
    extraExchangeUrls: [],
    method: "TXT_POST",
    formEncoding: "urlencoded",
    shape: "incasso",
    idNames: "current",
    signed: true,
    signatureKey: "SL",
    signatureAlgorithm: "sha256",
    nameAlgorithm: true,
    retries: "six",
  };
}

type Read<T> = (raw: unknown) => T;
type Readers<T> = { [K in keyof T]: Read<T[K]> };

const bool: Read<boolean> = (raw) => {
  if (raw === true || raw === "true") return true;
  if (raw === false || raw === "false") return false;
  throw new Error("must be true or false");
};

const number =
  (min: number, max: number, whole = true): Read<number> =>
  (raw) => {
    const value = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
    if (typeof value !== "number" || !(value >= min && value <= max) || (whole && !Number.isInteger(value)))
      throw new Error(`must be a number from ${min} to ${max}`);
    return value;
  };

const oneOf =
  <T extends string | number>(...allowed: T[]): Read<T> =>
  (raw) => {
    const found = allowed.find((one) => String(one) === String(raw));
    if (found === undefined) throw new Error(`must be one of ${allowed.join(", ")}`);
    return found;
  };

/** A list, or one text with commas, as a form sends it. */
const texts: Read<string[]> = (raw) => {
  const list: unknown[] = typeof raw === "string" ? raw.split(",") : Array.isArray(raw) ? raw : [null];
  return list
    .map((one) => {
      if (typeof one !== "string") throw new Error("must be a list of texts");
      return one.trim();
    })
    .filter((one) => one !== "");
};

const address: Read<string> = (raw) => {
  if (typeof raw !== "string" || !/^https?:\/\//.test(raw) || !URL.canParse(raw))
    throw new Error("must be an http(s) address");
  return raw;
};

const keyCode: Read<string> = (raw) => {
  if (typeof raw !== "string" || !/^(SL|(AT|SL)-\d{4}-\d{4})$/.test(raw))
    throw new Error("must be SL or the code of a credential");
  return raw;
};

const settingsReaders: Readers<Settings> = {
  validationStatus: oneOf(400, 422),
  dutchTitles: bool,
  visibilityLagSeconds: number(0, 30 * 86_400),
  mandateList: bool,
  hideDeletedMandates: bool,
  listOrder: oneOf("newest", "oldest", "mixed"),
  pageLimit: number(1, 1000),
  collectedOrder: oneOf("random", "incasso-first", "payment-first"),
  duplicates: number(0, 100),
  outOfOrder: bool,
  loseActions: texts,
  lateMinutes: number(0, 60 * 24 * 30),
  declineNameField: oneOf("name", "reason"),
  declineCodeType: oneOf("number", "text"),
  declineWhenNone: oneOf("null", "object"),
  administrativeCode: oneOf(109, 119),
  stornoDays: number(0, 56),
  stopAfterFailures: number(0, 100),
  sendDelete: bool,
  timeoutMs: number(1, 60_000),
  parallelCalls: number(1, 100),
  speedFactor: number(1, 1_000_000, false),
};

const locationReaders: Readers<LocationSettings> = {
  exchangeUrl: (raw) => (raw === null || raw === "" ? null : address(raw)),
  extraExchangeUrls: (raw) => texts(raw).map(address),
  method: oneOf("TXT_GET", "TXT_POST", "JSON_GET", "JSON_POST", "SIGNED_JSON_POST"),
  formEncoding: oneOf("urlencoded", "multipart"),
  shape: oneOf("incasso", "flat", "both"),
  idNames: oneOf("current", "older"),
  signed: bool,
  signatureKey: keyCode,
  signatureAlgorithm: oneOf("sha256", "sha384", "sha512"),
  nameAlgorithm: bool,
  retries: oneOf("none", "once", "six", "eight", "ten", "eleven"),
};

function merged<T extends object>(current: T, readers: Readers<T>, input: Record<string, unknown>): T {
  const next = { ...current };
  const known = new Set<string>();
  const take = <K extends keyof T & string>(name: K) => {
    known.add(name);
    if (!(name in input)) return;
    try {
      next[name] = readers[name](input[name]);
    } catch (error) {
      throw new Error(`${name} ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  for (const name in readers) take(name);
  const stranger = Object.keys(input).find((name) => !known.has(name));
  if (stranger !== undefined) throw new Error(`${stranger} is not a setting`);
  return next;
}

/** The settings with some changed; throws with the name of the first that is not valid. */
export function changedSettings(current: Settings, input: Record<string, unknown>): Settings {
  return merged(current, settingsReaders, input);
}

/** As `changedSettings`, for one sales location. */
export function changedLocation(current: LocationSettings, input: Record<string, unknown>): LocationSettings {
  return merged(current, locationReaders, input);
}
