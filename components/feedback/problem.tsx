import { useTranslations } from "next-intl";
import { ProblemBox, type ProblemBoxProps } from "@/components/feedback/problem-box";

/** A problem in place, in the reader's language. On the server. */
export function Problem(props: Omit<ProblemBoxProps, "words">) {
  const t = useTranslations("common");
  const words = {
    kind: t(`problem.${props.kind}`),
    reference: t("reference"),
    copy: t("copy"),
    copied: t("copied"),
  };
  return <ProblemBox {...props} words={words} />;
}
