import { amsterdamInstant, withOffset } from "./calendar";
import { locationOf, type Mandate, type State } from "./state";

/** An instant of the state as PAY writes it. */
export function stamp(instant: string): string {
  return withOffset(new Date(instant));
}

/** A day as PAY writes it: its first moment in Amsterdam. */
export function dayStamp(day: string): string {
  return withOffset(amsterdamInstant(day, 0));
}

/** The sales location and the merchant, as both objects carry them. */
export function parties(state: State, mandate: Mandate) {
  const location = locationOf(state, mandate);
  const code = location?.merchant ?? "";
  return {
    service: { code: mandate.serviceId, name: location?.name ?? "" },
    merchant: { code, name: state.merchants[code] ?? "", status: "ACTIVE", incorporationCountry: "NL" },
  };
}
