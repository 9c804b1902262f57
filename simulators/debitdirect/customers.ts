import type { SimAnswer } from "../kit/simulator";
import { type Call, findOwned, ownedBy } from "./call";
import { customerHandle, newId } from "./identifiers";
import { pageOf } from "./paging";
import { wireInstant } from "./payment-view";
import { Refusal } from "./refusal";
import { type Customer, nextSeq, type State } from "./state";

/** The four fields the reference shows wherever a customer is embedded. */
export function showCustomer(customer: Customer) {
  return { id: customer.id, handle: customer.handle, name: customer.name, number: customer.number };
}

const showWhole = (customer: Customer) => ({
  ...showCustomer(customer),
  createdAt: wireInstant(customer.createdAt),
});

export function findByNumber(state: State, merchant: string, number: string): Customer | undefined {
  return state.customers.find((one) => one.merchant === merchant && one.number === number);
}

export function addCustomer(
  state: State,
  merchant: string,
  number: string,
  name: string | null,
  now: Date,
): Customer {
  const customer: Customer = {
    seq: nextSeq(state),
    merchant,
    id: newId(),
    handle: customerHandle(),
    name,
    number,
    createdAt: now.toISOString(),
  };
  state.customers.push(customer);
  return customer;
}

function requireWritable(state: State): void {
  if (state.settings.writeCustomers === "404") throw new Refusal(404, "There is nothing at this address.");
}

/** `GET /customers` */
export function listCustomers(call: Call): SimAnswer {
  const mine = ownedBy(call.state.customers, call.merchant.handle);
  return { status: 200, body: pageOf(mine, call.query, call.state.settings, showWhole) };
}

function findCustomer(call: Call): Customer {
  const customer = findOwned(call.state.customers, call.merchant.handle, call.param);
  if (!customer) throw new Refusal(404, "Customer not found.");
  return customer;
}

/** `GET /customers/{idOrHandle}` */
export function getCustomer(call: Call): SimAnswer {
  return { status: 200, body: showWhole(findCustomer(call)) };
}

/** `POST /customers`: our guess at the unpublished call; a number is used once per merchant. */
export function createCustomer(call: Call): SimAnswer {
  requireWritable(call.state);
  const body = call.body();
  const number = body.need("number");
  if (findByNumber(call.state, call.merchant.handle, number))
    throw new Refusal(422, "number is in use by another customer.");
  const customer = addCustomer(call.state, call.merchant.handle, number, body.text("name"), call.now);
  return { status: 200, body: showWhole(customer), effect: `customer.created ${customer.id}` };
}

/** `PUT /customers/{idOrHandle}`, with the body of a create. */
export function updateCustomer(call: Call): SimAnswer {
  requireWritable(call.state);
  const customer = findCustomer(call);
  const body = call.body();
  const number = body.need("number");
  const holder = findByNumber(call.state, call.merchant.handle, number);
  if (holder && holder !== customer) throw new Refusal(422, "number is in use by another customer.");
  customer.number = number;
  customer.name = body.text("name");
  return { status: 200, body: showWhole(customer), effect: `customer.updated ${customer.id}` };
}
