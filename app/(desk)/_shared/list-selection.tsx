import { getLocale, getTranslations } from "next-intl/server";
import { chooseAction } from "@/app/(desk)/_bulk/actions";
import { selectionWords } from "@/app/(desk)/_shared/selection-words";
import { ticks } from "@/app/(desk)/_shared/ticks";
import { CURSOR, hrefWith, type ListAddress } from "@/components/data-table/address";
import { selectionKey } from "@/components/data-table/selection";
import { SelectionBar } from "@/components/data-table/selection-bar";
import { FormOutcome } from "@/components/form/form-outcome";
import { SubmitButton } from "@/components/form/submit-button";
import { Button } from "@/components/ui/button";
import type { ViewedList } from "@/db/tables/views";
import { bulkVerbNames, bulkVerbs } from "@/lib/bulk/states";
import type { Ctx } from "@/lib/context";
import { routes } from "@/lib/routes";

/** What can be done with the rows that are ticked in a list, on whichever of its pages. */
export async function ListSelection({
  ctx,
  list,
  address,
  next,
  weights = [],
}: {
  ctx: Ctx;
  list: ViewedList;
  address: ListAddress;
  next: string | null;
  /** What each row of the page adds to the sum. */
  weights?: readonly string[];
}) {
  const [t, bulk, common, states, locale] = await Promise.all([
    getTranslations("table"),
    getTranslations("bulk"),
    getTranslations("common"),
    getTranslations("states"),
    getLocale(),
  ]);
  const verbs = bulkVerbNames.filter((name) => {
    const { noun, permission } = bulkVerbs[name];
    return `${noun}s` === list && ctx.permissions.has(permission);
  });
  const query = hrefWith({ ...address, path: "" }, {}).slice(1);
  return (
    <SelectionBar
      form={ticks.form}
      name={ticks.name}
      action={chooseAction}
      locale={locale}
      words={selectionWords(t, states)}
      hidden={{ list, query }}
      kept={{
        key: selectionKey(ctx.actor.id, address),
        weights,
        pages: next !== null || address.params[CURSOR] !== undefined,
        count: { url: routes.selectionCount(), list, query },
      }}
    >
      {verbs.map((name) => (
        <SubmitButton key={name} look="word" name="do" value={name} working={bulk("looking")}>
          {bulk(`verb.${name}`)}
        </SubmitButton>
      ))}
      <FormOutcome close={common("close")} />
      <Button
        type="submit"
        look="word"
        formAction={hrefWith({ ...address, path: routes.exported(list) }, {})}
        formMethod="post"
      >
        {t("exportThese")}
      </Button>
    </SelectionBar>
  );
}
