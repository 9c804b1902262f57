import type { Tx } from "@/db/client";
import type { Ctx } from "@/lib/context";

type Builder = Record<string, (...args: unknown[]) => Builder> & PromiseLike<unknown>;

/** Does something just before the nth statement about a table that a verb's transaction makes, counted from 1. */
export function justBefore(ctx: Ctx, table: unknown, nth: number, act: () => Promise<unknown>): Ctx {
  let met = 0;
  const late = (query: Builder): Builder => {
    met += 1;
    if (met !== nth) return query;
    const ask = query.then.bind(query);
    return Object.assign(query, {
      // biome-ignore lint/suspicious/noThenProperty: a query is asked when it is awaited.
      then: (...heard: Parameters<typeof ask>) => act().then(() => ask(...heard)),
    });
  };
  /** Watches what a builder is given the table by: `select().from(table)`, `insert(table).values()`. */
  const watched = (tx: Tx): Tx =>
    new Proxy(tx, {
      get: (of, name) => {
        const method: unknown = Reflect.get(of, name);
        if (typeof method !== "function") return method;
        if (name === "select" || name === "selectDistinct")
          return (...fields: unknown[]) => onTable(method.apply(of, fields), "from");
        if (name === "insert")
          return (into: unknown) => {
            const builder: Builder = method.call(of, into);
            return into === table ? onAny(builder, "values") : builder;
          };
        return method.bind(of);
      },
    });
  const onTable = (builder: Builder, step: string): Builder =>
    Object.assign(builder, {
      [step]: around(builder, step, (query, [of]) => (of === table ? late(query) : query)),
    });
  const onAny = (builder: Builder, step: string): Builder =>
    Object.assign(builder, { [step]: around(builder, step, late) });
  const around = (builder: Builder, step: string, then: (query: Builder, args: unknown[]) => Builder) => {
    const own = builder[step]?.bind(builder);
    return (...args: unknown[]) => {
      if (!own) throw new Error(`no ${step}`);
      return then(own(...args), args);
    };
  };
  return { ...ctx, db: { ...ctx.db, transaction: (work) => ctx.db.transaction((tx) => work(watched(tx))) } };
}
