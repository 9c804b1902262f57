/** Currency, muted, and its figure; both written by `formatMoney`. */
export function Amount({ currency, amount }: { currency: string; amount: string }) {
  return (
    <span className="amount">
      <span className="currency">{currency}</span> <b>{amount}</b>
    </span>
  );
}
