import { useTranslations } from "next-intl";
import { StateWord } from "@/components/ui/state-word";
import { mandateStateText, type Overlay, paymentStateText } from "@/components/ui/state-words";
import type { MandateState } from "@/lib/mandates/states";
import type { PaymentState } from "@/lib/payments/states";

/** A mandate's state in the reader's language, on the server. */
export function MandateStateWord({ state, ...overlay }: { state: MandateState } & Overlay) {
  const { mark, text } = mandateStateText(useTranslations("states"), state, overlay);
  return <StateWord mark={mark}>{text}</StateWord>;
}

/** A payment's state in the reader's language, on the server. `final`: the time of free reversal is over. */
export function PaymentStateWord({ state, ...standing }: { state: PaymentState; final?: boolean } & Overlay) {
  const { mark, text } = paymentStateText(useTranslations("states"), state, standing);
  return <StateWord mark={mark}>{text}</StateWord>;
}
