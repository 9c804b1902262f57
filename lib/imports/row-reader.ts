import type { Ctx } from "@/lib/context";
import { AppError } from "@/lib/kernel/errors";
import { mandateOffer } from "@/lib/mandates/offer";
import type { RowReader } from "./check-row";
import type { Import } from "./door";
import { targetsOf } from "./targets";

/** Everything that rows of an import are read with. */
export async function rowReader(ctx: Ctx, of: Import): Promise<RowReader> {
  if (of.agreementId === null) throw new AppError("invalid", { fields: { agreement: "required" } });
  const offer = await mandateOffer(ctx, of.agreementId);
  return { offer, targets: targetsOf(offer), of, takenBy: of.preparedByName };
}
