import { getTranslations } from "next-intl/server";
import { KeyForm } from "@/app/(desk)/settings/key-form";
import { KeyTable } from "@/app/(desk)/settings/key-table";
import { Section } from "@/components/layout/section";
import { listApiKeys } from "@/lib/access/api-keys";
import { whoCan } from "@/lib/access/who-can";
import type { Ctx } from "@/lib/context";

/** Keys by which other programs act; who may not manage them sees who may. */
export async function ApiKeys({ ctx }: { ctx: Ctx }) {
  const t = await getTranslations("settings.keys");
  if (!ctx.permissions.has("people.manage")) {
    const names = (await whoCan(ctx, "people.manage")).join(", ");
    return (
      <Section title={t("title")}>
        <p className="text-ink-2">{names ? t("off", { names }) : t("offNobody")}</p>
      </Section>
    );
  }
  return (
    <>
      <Section title={t("title")} note={t("note")}>
        {null}
      </Section>
      <KeyTable rows={await listApiKeys(ctx)} now={ctx.clock.now()} />
      <KeyForm />
    </>
  );
}
