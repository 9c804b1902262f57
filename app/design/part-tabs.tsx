import { useLocale } from "next-intl";
import { sampleWords } from "@/app/design/words";
import { TabLinks } from "@/components/ui/tab-links";

const parts = [
  "stock",
  "record",
  "unknown",
  "list",
  "form",
  "calendar",
  "feedback",
  "search",
  "work",
] as const;

export type PartName = (typeof parts)[number];

/** From one group of samples to the next. */
export function PartTabs({ current }: { current: PartName }) {
  const words = sampleWords[useLocale()].parts;
  return (
    <div className="px-7">
      <TabLinks
        label="Design"
        tabs={parts.map((part) => ({
          label: words[part],
          href: `/design?part=${part}`,
          current: part === current,
        }))}
      />
    </div>
  );
}
