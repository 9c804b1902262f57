import { getLocale, getTranslations } from "next-intl/server";
import { columnsParam, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { signedIn } from "@/app/session";
import { COLUMN } from "@/components/data-table/address";
import type { Ctx } from "@/lib/context";
import { csvLine, separatorOf } from "@/lib/exports/csv";
import { noteExport } from "@/lib/exports/note-export";
import { dayIn } from "@/lib/kernel/instant";
import type { Locale } from "@/lib/kernel/locale";
import { walk } from "@/lib/lists/walk";
import { exportedDebtors } from "./debtors";
import type { Exported } from "./exported";
import { exportedMandates } from "./mandates";
import { exportedPayments } from "./payments";

/** A list's view as CSV: its filters, order and columns as in the address, every row, read while it is sent. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ list: string }> },
): Promise<Response> {
  const found = await signedIn();
  if (!found) return new Response(null, { status: 401 });
  const { ctx } = found;
  const { list } = await params;
  const { searchParams, search } = new URL(request.url);
  const asked = paramsOf(searchParams);
  const locale = await getLocale();
  const file = await fileOf(ctx, list, asked, locale);
  if (!file) return new Response(null, { status: 404 });
  await noteExport(ctx, list, search.slice(1));
  const name = `${list}-${dayIn(ctx.clock.now(), "Europe/Copenhagen")}.csv`;
  return new Response(streamOf(file), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}

/** Read as it is taken: a slow reader holds the list up, and one who leaves ends it. */
const streamOf = (parts: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: async () => void (await parts.return(undefined)),
  });

const paramsOf = (search: URLSearchParams): SearchParams =>
  Object.fromEntries(
    [...new Set(search.keys())].map((key) => {
      const all = search.getAll(key);
      return [key, all.length === 1 ? all[0] : all];
    }),
  );

async function fileOf(
  ctx: Ctx,
  list: string,
  asked: SearchParams,
  locale: Locale,
): Promise<AsyncGenerator<Uint8Array> | null> {
  const states = await getTranslations("states");
  const wanted = columnsParam({ [COLUMN]: asked[COLUMN] });
  if (list === "payments")
    return lines(
      exportedPayments(ctx, asked, await getTranslations("payments"), states, locale),
      wanted,
      locale,
    );
  if (list === "mandates")
    return lines(
      exportedMandates(ctx, asked, await getTranslations("mandates"), states, locale),
      wanted,
      locale,
    );
  if (list === "debtors")
    return lines(exportedDebtors(ctx, asked, await getTranslations("debtors")), wanted, locale);
  return null;
}

/** The file in parts, one for each page of the list. The mark at its beginning tells spreadsheets that it is UTF-8. */
async function* lines<Row>(
  { columns, read }: Exported<Row>,
  wanted: readonly string[],
  locale: Locale,
): AsyncGenerator<Uint8Array> {
  const [naming] = columns;
  const shown =
    wanted.length === 0
      ? columns
      : columns.filter((column) => column === naming || wanted.includes(column.key));
  const separator = separatorOf(locale);
  const encoder = new TextEncoder();
  yield encoder.encode(
    `\ufeff${csvLine(
      shown.map((column) => column.head),
      separator,
    )}`,
  );
  for await (const rows of walk(read)) {
    const text = rows.map((row) =>
      csvLine(
        shown.map((column) => column.of(row)),
        separator,
      ),
    );
    if (text.length > 0) yield encoder.encode(text.join(""));
  }
}
