import { eq } from "drizzle-orm";
import { auditHeads, creditors } from "@/db/schema";
import { inTransaction } from "@/db/transaction";
import { audit } from "@/lib/audit/entry";
import { type Ctx, requirePermission } from "@/lib/context";
import type { Locale } from "@/lib/kernel/locale";
import { type Note, notesOn } from "@/lib/notes/list";
import { PAYMENTS_PACKED, type PackFacts, packFacts } from "./facts";
import { json, messageFiles } from "./raw-messages";
import { README, sumsFile } from "./readme";
import { summaryHtml } from "./summary";
import { type PackFile, zipStream } from "./zip";

export interface EvidencePack {
  /** Plain letters, for a header. */
  fileName: string;
  stream: ReadableStream<Uint8Array>;
}

interface Made {
  at: Date;
  by: string;
  creditor: string;
  locale: Locale;
  head: { seq: number; hash: string };
}

/**
 * Everything there is to show if somebody claims, months later, that there was no mandate, as one file. Notes are
 * colleagues' words to each other and come only when asked for. Who downloaded it is written down before a byte leaves.
 */
export async function evidencePack(
  ctx: Ctx,
  input: { mandateId: string; notes: boolean; locale: Locale },
): Promise<EvidencePack> {
  requirePermission(ctx, "evidence.download");
  const facts = await packFacts(ctx, input.mandateId);
  const notes = input.notes ? await notesOn(ctx, facts.ids) : [];
  await inTransaction(ctx.db, async (tx) => {
    audit(tx, ctx, {
      action: "evidence.downloaded",
      noun: "mandate",
      subjectId: facts.mandate.id,
      after: { notes: input.notes },
    });
  });
  const made = await madeBy(ctx, input.locale);
  return {
    fileName: `evidence-${facts.mandate.id}.zip`,
    stream: zipStream(filesOf(ctx, facts, made, notes), made.at, (hashes) => {
      const manifest = {
        version: 1,
        mandate: facts.mandate.id,
        made: { at: made.at, by: made.by, for: made.creditor },
        audit: made.head,
        payments: { packed: facts.payments.length, complete: facts.payments.length < PAYMENTS_PACKED },
        notes: input.notes ? "internal notes included" : "internal notes left out",
        files: hashes,
      };
      return [
        { path: "SHA256SUMS", text: sumsFile(hashes) },
        { path: "manifest.json", text: json(manifest) },
      ];
    }),
  };
}

/** The head of the chain is read after the download was entered: it covers that entry too. */
async function madeBy(ctx: Ctx, locale: Locale): Promise<Made> {
  const [[creditor], [head]] = await Promise.all([
    ctx.db.read.select({ name: creditors.name }).from(creditors).where(eq(creditors.id, ctx.creditorId)),
    ctx.db.read.select().from(auditHeads).where(eq(auditHeads.creditorId, ctx.creditorId)),
  ]);
  return {
    at: ctx.clock.now(),
    by: ctx.actor.name,
    creditor: creditor?.name ?? "",
    locale,
    head: { seq: head?.seq ?? 0, hash: head?.hash ?? "" },
  };
}

async function* filesOf(
  ctx: Ctx,
  facts: PackFacts,
  made: Made,
  notes: readonly Note[],
): AsyncGenerator<PackFile> {
  const { mandate, debtor, agreement, toldEnd, provider, ids, history } = facts;
  yield { path: "README.txt", text: README };
  yield { path: "summary.html", text: summaryHtml(facts, made, notes) };
  const about = { provider: provider.id, agreement, debtor, toldEnd };
  yield { path: "mandate.json", text: json({ mandate, ...about }) };
  yield { path: "moves.json", text: json(ids.flatMap((id) => history(id).moves.toReversed())) };
  yield { path: "payments.json", text: json(facts.payments) };
  yield { path: "submissions.json", text: json(ids.flatMap((id) => history(id).submissions)) };
  yield { path: "audit.json", text: json(facts.entries) };
  if (notes.length > 0) yield { path: "notes.json", text: json({ internal: true, notes }) };
  yield* messageFiles(ctx, facts);
}
