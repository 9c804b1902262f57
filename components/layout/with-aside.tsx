import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** A page with a column of facts or a preview at its right; under it on a narrow screen. On the server. */
export function WithAside({
  children,
  aside,
  wide = false,
  label,
}: {
  children: ReactNode;
  aside: ReactNode;
  /** 336 px for a preview, else 300. */
  wide?: boolean;
  label?: string;
}) {
  const t = useTranslations("nav");
  return (
    <div className={wide ? "with-aside with-aside-wide" : "with-aside"}>
      <div className="with-aside-main">{children}</div>
      <aside aria-label={label ?? t("aside")}>{aside}</aside>
    </div>
  );
}
