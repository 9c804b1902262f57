import { useTranslations } from "next-intl";

/** Says of a record that no real money moves by it. On the server. */
export function TestFlag() {
  const t = useTranslations("states");
  return <span className="test-flag">{t("testMark")}</span>;
}
