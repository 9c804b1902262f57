import type { Metadata } from "next";
import { BulkPage, type BulkPageProps, bulkTitle } from "@/app/(desk)/_bulk/bulk-page";

export const generateMetadata = ({ params }: BulkPageProps): Promise<Metadata> =>
  bulkTitle("payment", params);

/** One verb for many payments. */
export default function PaymentBulkPage(props: BulkPageProps) {
  return <BulkPage {...props} noun="payment" />;
}
