import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";

/** An id or a reference that people copy; `shown` when the whole of it is too long to read. On the server. */
export function CopyText({ text, shown }: { text: string; shown?: string }) {
  const t = useTranslations("common");
  return (
    <span className="copy-text">
      <code className="mono" {...(shown ? { title: text } : {})}>
        {shown ?? text}
      </code>{" "}
      <CopyButton text={text} label={t("copy")} done={t("copied")} />
    </span>
  );
}
