import { askProvider } from "@/lib/inbox/ask";
import { mandatesByIds } from "@/lib/mandates/by-ids";
import type { MandateRow } from "@/lib/mandates/columns";
import { mayAsk, mayPause } from "@/lib/mandates/may";
import { stopMandate } from "@/lib/mandates/stop";
import { submissionsOf } from "@/lib/records/story";
import { newsWord } from "./news-word";
import type { BulkVerb, JudgedRow } from "./verb";

const rowOf = ({ id, provider, test }: MandateRow, may: JudgedRow["may"]): JudgedRow => ({
  id,
  provider,
  may,
  amountMinor: 0,
  currency: null,
  test,
});

export const suspendMandates: BulkVerb = {
  judge: async (ctx, ids) =>
    (await mandatesByIds(ctx, ids)).map((mandate) => {
      const may = mayPause("suspend", mandate, ctx);
      // It is put aside here only, and its provider goes on collecting by itself.
      const goesOn = "how" in may && ctx.providers[mandate.provider]?.collectsItself?.(mandate);
      return rowOf(mandate, goesOn ? { how: "goes_on" } : may);
    }),
  act: async (ctx, { id, ...input }) => {
    await stopMandate(ctx, { mandateId: id, act: "suspend", ...input });
    return "suspend";
  },
};

export const resumeMandates: BulkVerb = {
  judge: async (ctx, ids) =>
    (await mandatesByIds(ctx, ids)).map((mandate) => rowOf(mandate, mayPause("resume", mandate, ctx))),
  act: async (ctx, { id, ...input }) => {
    await stopMandate(ctx, { mandateId: id, act: "resume", ...input });
    return "resume";
  },
};

export const askMandates: BulkVerb = {
  judge: async (ctx, ids) => {
    const [mandates, submitted] = await Promise.all([mandatesByIds(ctx, ids), submissionsOf(ctx, ids)]);
    return mandates.map((mandate) => {
      const submissions = submitted.get(mandate.id) ?? [];
      return rowOf(mandate, mayAsk(mandate, { permissions: ctx.permissions, submissions }));
    });
  },
  act: async (ctx, { id }) => newsWord(await askProvider(ctx, { noun: "mandate", id })),
};
