import { useTranslations } from "next-intl";
import { Anchor } from "@/components/ui/anchor";

/** The way to this record; the last one is the record itself and links nowhere. */
export function Crumbs({ items }: { items: readonly { label: string; href?: string }[] }) {
  const t = useTranslations("nav");
  return (
    <nav aria-label={t("crumbs")} className="crumbs">
      <ol>
        {items.map((item, index) => (
          <li key={item.label} aria-current={index === items.length - 1 ? "page" : undefined}>
            {item.href ? <Anchor href={item.href}>{item.label}</Anchor> : item.label}
          </li>
        ))}
      </ol>
    </nav>
  );
}
