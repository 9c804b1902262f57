import { getLocale, getTranslations } from "next-intl/server";
import { chosenOf } from "@/app/(desk)/_shared/chosen-of";
import { columnsParam, paramsOf, type SearchParams } from "@/app/(desk)/_shared/search-params";
import { openDesk } from "@/app/api/desk/post";
import { signedIn } from "@/app/session";
import { COLUMN } from "@/components/data-table/address";
import type { Ctx } from "@/lib/context";
import { csvLine, separatorOf } from "@/lib/exports/csv";
import { noteExport } from "@/lib/exports/note-export";
import { AppError } from "@/lib/kernel/errors";
import { dayIn } from "@/lib/kernel/instant";
import type { Locale } from "@/lib/kernel/locale";
import { type Chosen, chosenRows } from "@/lib/lists/chosen";
import { exportedDebtors } from "./debtors";
import type { Exported } from "./exported";
import { exportedMandates } from "./mandates";
import { exportedPayments } from "./payments";

interface Route {
  params: Promise<{ list: string }>;
}

const wholeView: Chosen = { all: true, ids: [] };

/** A list's view as CSV: its filters, order and columns as in the address, every row, read while it is sent. */
export async function GET(request: Request, { params }: Route): Promise<Response> {
  const found = await signedIn();
  if (!found) return new Response(null, { status: 401 });
  return exported(found.ctx, (await params).list, request, wholeView);
}

/** The same of what is ticked. By POST: so many ids fit into no address. */
export async function POST(request: Request, { params }: Route): Promise<Response> {
  const found = await openDesk(request);
  if (found instanceof Response) return found;
  const data = await request.formData().catch(() => new FormData());
  try {
    return await exported(found.ctx, (await params).list, request, chosenOf(data));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const t = await getTranslations("errors.codes");
    return new Response(t(error.code as "invalid"), { status: 422 });
  }
}

async function exported(ctx: Ctx, list: string, request: Request, chosen: Chosen): Promise<Response> {
  const query = new URL(request.url).search.slice(1);
  const locale = await getLocale();
  const file = await fileOf(ctx, list, { asked: paramsOf(query), chosen, locale });
  if (!file) return new Response(null, { status: 404 });
  await noteExport(ctx, list, query, chosen.all ? undefined : chosen.ids.length);
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

interface Wanted {
  asked: SearchParams;
  chosen: Chosen;
  locale: Locale;
}

async function fileOf(ctx: Ctx, list: string, wanted: Wanted): Promise<AsyncGenerator<Uint8Array> | null> {
  const { asked, locale } = wanted;
  const states = await getTranslations("states");
  if (list === "payments")
    return lines(exportedPayments(ctx, asked, await getTranslations("payments"), states, locale), wanted);
  if (list === "mandates")
    return lines(exportedMandates(ctx, asked, await getTranslations("mandates"), states, locale), wanted);
  if (list === "debtors") return lines(exportedDebtors(ctx, asked, await getTranslations("debtors")), wanted);
  return null;
}

/** The file in parts, some rows in each. The mark at its beginning tells spreadsheets that it is UTF-8. */
async function* lines<Row extends { id: string }>(
  { columns, from }: Exported<Row>,
  { asked, chosen, locale }: Wanted,
): AsyncGenerator<Uint8Array> {
  const [naming] = columns;
  const named = columnsParam({ [COLUMN]: asked[COLUMN] });
  const shown =
    named.length === 0
      ? columns
      : columns.filter((column) => column === naming || named.includes(column.key));
  const separator = separatorOf(locale);
  const encoder = new TextEncoder();
  const line = (cells: (string | null)[]) => csvLine(cells, separator);
  yield encoder.encode(`\ufeff${line(shown.map((column) => column.head))}`);
  for await (const rows of chosenRows(chosen, from)) {
    const text = rows.map((row) => line(shown.map((column) => column.of(row))));
    if (text.length > 0) yield encoder.encode(text.join(""));
  }
}
