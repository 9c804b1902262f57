import { z } from "zod";

export interface Invalid {
  errorCode: string;
  description: string;
}

type Read<T> = { value: T } | { invalid: Invalid };

export interface CreateBody {
  uuid: string;
  debtor: "person" | "company";
  debtorRegNo: string;
  debtorAccountNo: string;
  creditorsDebtorReference: string;
  pbsNumber: number;
  debtorGroupNumber: number;
}

/** Which documented code a refused field is answered with; that these codes stand in a refusal is an assumption. */
const CODE_BY_FIELD: Readonly<Record<string, string>> = {
  debtorIdentity: "DEBTOR_IDENTITY_IS_NOT_CORRECT",
  debtorAccountInformation: "DEBTOR_ACCOUNT_INFORMATION_IS_NOT_CORRECT",
  creditorsDebtorReference: "CREDITORS_DEBTOR_REFERENCE_IS_NOT_CORRECT",
  creditorData: "CREDITOR_DATA_IS_NOT_CORRECT",
};

/** Digit 7 of a civil registration number and its two-digit year give the century. */
function centuryOf(digit7: number, year: number): number {
  if (digit7 <= 3) return 1900;
  if (digit7 === 4 || digit7 === 9) return year <= 36 ? 2000 : 1900;
  return year <= 57 ? 2000 : 1800;
}

/** Ten digits that begin with a real date. No check digit: numbers without one are issued and valid. https://www.cpr.dk/ */
function isCprNumber(text: string): boolean {
  if (!/^\d{10}$/.test(text)) return false;
  const [day, month, two] = [0, 2, 4].map((at) => Number(text.slice(at, at + 2)));
  if (day === undefined || month === undefined || two === undefined) return false;
  const year = centuryOf(Number(text[6]), two) + two;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, "must be a UUID");
const digits = (least: number, most: number) =>
  z.string().regex(new RegExp(`^\\d{${least},${most}}$`), `must be ${least} to ${most} digits`);
const whole = (most: number) => z.int().min(1).max(most);

function createSchema(refuseUnknownFields: boolean) {
  const object = <S extends z.ZodRawShape>(shape: S) =>
    refuseUnknownFields ? z.strictObject(shape) : z.object(shape);
  return object({
    uuid,
    debtorIdentity: object({
      cprNumber: z.string().refine(isCprNumber, "must be ten digits that begin with a date").optional(),
      cvrNumber: digits(8, 8).optional(),
    }).refine(
      (one) => (one.cprNumber === undefined) !== (one.cvrNumber === undefined),
      "exactly one of cprNumber and cvrNumber is needed",
    ),
    debtorAccountInformation: object({ debtorRegNo: digits(4, 4), debtorAccountNo: digits(1, 10) }),
    creditorsDebtorReference: z.string().regex(/^[A-Za-z0-9]{1,15}$/, "must be 1 to 15 letters and digits"),
    creditorData: object({ pbsNumber: whole(99_999_999), debtorGroupNumber: whole(99_999) }),
  });
}

/** The first complaint, with the field's name and never its value: it may be a civil registration number. */
function invalidFrom(error: z.ZodError): Invalid {
  const issue = error.issues[0];
  const path = (issue?.path ?? []).map(String);
  return {
    errorCode: CODE_BY_FIELD[path[0] ?? ""] ?? "UNKNOWN_VALIDATION_ERROR",
    description: `${path.join(".") || "body"}: ${issue?.message ?? "not valid"}`,
  };
}

function readJson(raw: Uint8Array): Read<unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(raw));
    return { value };
  } catch {
    return {
      invalid: { errorCode: "UNKNOWN_VALIDATION_ERROR", description: "body: must be JSON in UTF-8" },
    };
  }
}

/** Reads the body of `POST /delegated-mandates`. Field names and limits are provisional. */
export function readCreate(raw: Uint8Array, refuseUnknownFields: boolean): Read<CreateBody> {
  const json = readJson(raw);
  if ("invalid" in json) return json;
  const read = createSchema(refuseUnknownFields).safeParse(json.value);
  if (!read.success) return { invalid: invalidFrom(read.error) };
  const { debtorIdentity, debtorAccountInformation, creditorData, ...own } = read.data;
  const debtor = debtorIdentity.cprNumber === undefined ? "company" : "person";
  return { value: { ...own, debtor, ...debtorAccountInformation, ...creditorData } };
}

/** Reads the body of `POST /delegated-mandates/searches`: the UUIDs asked for. */
export function readSearch(raw: Uint8Array, most: number, refuseUnknownFields: boolean): Read<string[]> {
  const json = readJson(raw);
  if ("invalid" in json) return json;
  const shape = { uuids: z.array(uuid).min(1).max(most) };
  const read = (refuseUnknownFields ? z.strictObject(shape) : z.object(shape)).safeParse(json.value);
  return read.success ? { value: read.data.uuids } : { invalid: invalidFrom(read.error) };
}
