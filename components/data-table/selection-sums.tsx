import type { TestableSum } from "@/components/data-table/selection";
import { Amount } from "@/components/ui/amount";
import { formatMoney } from "@/lib/i18n/format";
import type { Locale } from "@/lib/kernel/locale";

/** Amounts per currency, test money told apart. */
export function SelectionSums({
  sums,
  locale,
  test,
}: {
  sums: readonly TestableSum[];
  locale: Locale;
  test: string;
}) {
  return sums.map((sum) => (
    <span key={`${sum.currency} ${sum.test}`} className="selection-sum">
      <Amount {...formatMoney(sum, locale)} />
      {sum.test ? <span className="test-flag">{test}</span> : null}
    </span>
  ));
}
