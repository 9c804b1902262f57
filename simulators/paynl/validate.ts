import { type Checked, Fields, MISSING } from "./fields";
import { isIban } from "./iban";
import type { Customer, Interval, MandateType, Money, Period, Stats } from "./state";

interface MandateInput {
  serviceId: string;
  reference: string | null;
  description: string | null;
  processDate: string | null;
  exchangeUrl: string | null;
  type: MandateType;
  interval: Interval | null;
  amount: Money;
  customer: Customer;
  stats: Stats;
}

interface DebitInput {
  mandate: string;
  amount: Money;
  processDate: string | null;
  description: string | null;
  stats: Stats;
  isLastOrder: boolean;
}

interface RefundInput {
  /** Null: all that is left. */
  amount: Money | null;
  description: string | null;
  processDate: string | null;
  exchangeUrl: string | null;
}

/** Published: service not found, or its code is wrong. */
const SERVICE = "PAY-004";

const mandateTypes = ["SINGLE", "RECURRING", "FLEXIBLE"] as const satisfies readonly MandateType[];
const periods = [
  "day",
  "week",
  "month",
  "trimester",
  "halfyear",
  "year",
] as const satisfies readonly Period[];

function readInterval(fields: Fields): Interval {
  const period = fields.choice("interval.period", periods);
  if (period === null && (fields.get("interval.period") ?? null) === null)
    fields.refuse("interval.period", "This value should not be blank.", MISSING);
  return {
    period: period ?? "month",
    value: fields.positive("interval.value", 1000),
    quantity: fields.positive("interval.quantity", 1000),
  };
}

function readCustomer(fields: Fields): Customer {
  const iban = fields.needed("customer.bankAccount.iban");
  if (iban.trim() !== "" && !isIban(iban))
    fields.refuse("customer.bankAccount.iban", "This is not a valid IBAN.");
  const bic = fields.text("customer.bankAccount.bic");
  if (bic !== null && bic !== "" && !/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic))
    fields.refuse("customer.bankAccount.bic", "This is not a valid BIC.");
  return {
    ipAddress: fields.text("customer.ipAddress"),
    email: fields.text("customer.email"),
    bankAccount: { iban, bic, owner: fields.needed("customer.bankAccount.owner") },
  };
}

/** The body of Mandate:Create. `serviceKnown` tells whether a sales location exists for these credentials. */
export function checkMandate(
  body: unknown,
  today: string,
  serviceKnown: (code: string) => boolean,
): Checked<MandateInput> {
  const fields = new Fields(body, today);
  const serviceId = fields.needed("serviceId");
  if (serviceId !== "" && !(/^SL-\d{4}-\d{4}$/.test(serviceId) && serviceKnown(serviceId)))
    fields.refuse("serviceId", "Service not found.", SERVICE);
  const type = fields.choice("type", mandateTypes) ?? "SINGLE";
  return fields.checked({
    serviceId,
    reference: fields.text("reference"),
    description: fields.text("description"),
    processDate: fields.processDate(),
    exchangeUrl: fields.address("exchangeUrl"),
    type,
    interval: type === "RECURRING" ? readInterval(fields) : null,
    amount: fields.amount(),
    customer: readCustomer(fields),
    stats: fields.stats(),
  });
}

/** The body of DirectDebit:Add. PAY's guide calls the mandate `mandate`, its Node client `mandateId`: both will do. */
export function checkDebit(body: unknown, today: string): Checked<DebitInput> {
  const fields = new Fields(body, today);
  const other = fields.text("mandateId");
  const mandate = fields.get("mandate") === undefined && other ? other : fields.needed("mandate");
  if (other && other !== mandate) fields.refuse("mandate", "mandate and mandateId differ.");
  return fields.checked({
    mandate,
    amount: fields.amount(),
    processDate: fields.processDate(),
    description: fields.text("description"),
    stats: fields.stats(),
    isLastOrder: fields.flag("isLastOrder"),
  });
}

/** The body of a refund; an empty one asks for everything. */
export function checkRefund(body: unknown, today: string): Checked<RefundInput> {
  const fields = new Fields(body, today);
  const description = fields.text("description");
  if (description !== null && description.length > 32)
    fields.refuse("description", "This value should have 32 characters or less.");
  return fields.checked({
    amount: (fields.get("amount") ?? null) === null ? null : fields.amount(),
    description,
    processDate: fields.processDate(),
    exchangeUrl: fields.address("exchangeUrl"),
  });
}
