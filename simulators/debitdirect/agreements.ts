import type { SimAnswer } from "../kit/simulator";
import type { Body } from "./body";
import { addBankingDays, dayOf } from "./calendar";
import { type Call, findOwned, ownedBy } from "./call";
import { agreementHandle } from "./identifiers";
import { pageOf } from "./paging";
import { handledOn } from "./payment-moves";
import { Refusal } from "./refusal";
import { type Agreement, nextSeq, type Scheme } from "./state";

/** The scheme confirms in 4 to 5 business days. https://docs.debitdirect.io/schemes/betalingsservice/agreements */
const CONFIRMED_AFTER_BANKING_DAYS = 4;

function digits(data: Body, name: string, form: RegExp, what: string): string {
  const value = data.need(name);
  if (!form.test(value)) throw new Refusal(422, `schemeData.${name} must be ${what}.`);
  return value;
}

const EIGHT = /^\d{8}$/;

/** The scheme's fields as they are answered, with the capitals of the published sample. */
const readSchemeData: Record<Scheme, (data: Body) => Record<string, unknown>> = {
  "nets-bs": (data) => {
    const type = data.text("agreementType");
    if (type !== null && type !== "standard" && type !== "total")
      throw new Refusal(422, "schemeData.agreementType must be standard or total.");
    return {
      CvrNumber: digits(data, "cvrNumber", EIGHT, "8 digits"),
      PbsNumber: digits(data, "pbsNumber", EIGHT, "8 digits"),
      CreditorNumber: digits(data, "creditorNumber", EIGHT, "8 digits"),
      AgreementType: type ?? "standard",
    };
  },
  "nets-ls": (data) => ({
    CvrNumber: digits(data, "cvrNumber", EIGHT, "8 digits"),
    CreditorNumber: digits(data, "creditorNumber", /^\d{5,8}$/, "5 to 8 digits"),
  }),
  autogiro: () => ({}),
};

function readScheme(body: Body): Scheme {
  const scheme = body.need("scheme");
  if (scheme === "nets-bs" || scheme === "nets-ls" || scheme === "autogiro") return scheme;
  throw new Refusal(422, "scheme must be nets-bs, nets-ls or autogiro.");
}

function showAgreement(agreement: Agreement) {
  const { handle, scheme, test, state, metaData } = agreement;
  return { handle, scheme, test, state, metaData };
}

/** `POST /merchants/agreements`. https://docs.debitdirect.io/schemes/betalingsservice/agreements */
export function createAgreement(call: Call): SimAnswer {
  const body = call.body();
  // Some guide pages show this address for payments by mistake: it must never seem to work.
  if (body.has("mandate") || body.has("amount"))
    throw new Refusal(422, "This is a payment; this address registers agreements.");
  const scheme = readScheme(body);
  const metaData = readSchemeData[scheme](body.object("schemeData"));
  const test = body.get("test") ?? false;
  if (typeof test !== "boolean") throw new Refusal(422, "test must be true or false.");
  const agreement: Agreement = {
    seq: nextSeq(call.state),
    merchant: call.merchant.handle,
    handle: agreementHandle(),
    scheme,
    test,
    state: "Pending",
    metaData,
    createdAt: call.now.toISOString(),
    dueAt: handledOn(addBankingDays(dayOf(call.now), CONFIRMED_AFTER_BANKING_DAYS)),
  };
  call.state.agreements.push(agreement);
  return {
    status: 200,
    body: showAgreement(agreement),
    effect: `agreement.created ${agreement.handle}`,
  };
}

/** `GET /merchants/agreements`: the path is inferred. */
export function listAgreements(call: Call): SimAnswer {
  const mine = ownedBy(call.state.agreements, call.merchant.handle);
  return { status: 200, body: pageOf(mine, call.query, call.state.settings, showAgreement) };
}

/** `GET /merchants/agreements/{handle}`: the path is inferred. */
export function getAgreement(call: Call): SimAnswer {
  const agreement = findOwned(call.state.agreements, call.merchant.handle, call.param);
  if (!agreement) throw new Refusal(404, "Agreement not found.");
  return { status: 200, body: showAgreement(agreement) };
}

/** The scheme confirms a Pending agreement. No web event announces it. */
export function activateAgreement(agreement: Agreement): void {
  if (agreement.state !== "Pending") throw new Refusal(422, `The agreement is ${agreement.state}.`);
  agreement.state = "Active";
  agreement.dueAt = null;
}

/** The agreement is terminated. */
export function terminateAgreement(agreement: Agreement): void {
  if (agreement.state === "InActive") throw new Refusal(422, "The agreement is terminated already.");
  agreement.state = "InActive";
  agreement.dueAt = null;
}
