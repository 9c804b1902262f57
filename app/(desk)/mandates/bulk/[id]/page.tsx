import type { Metadata } from "next";
import { BulkPage, type BulkPageProps, bulkTitle } from "@/app/(desk)/_bulk/bulk-page";

export const generateMetadata = ({ params }: BulkPageProps): Promise<Metadata> =>
  bulkTitle("mandate", params);

/** One verb for many mandates. */
export default function MandateBulkPage(props: BulkPageProps) {
  return <BulkPage {...props} noun="mandate" />;
}
