import { eq } from "drizzle-orm";
import { cache } from "react";
import { connections } from "@/db/schema";
import type { Ctx } from "@/lib/context";

/** By which providers this creditor works, and in which environments; asked once per page. */
export const ownConnections = cache(
  // A statement that is handed out unasked would be asked by each who waits for it.
  async (ctx: Ctx) =>
    await ctx.db.read
      .selectDistinct({ provider: connections.provider, environment: connections.environment })
      .from(connections)
      .where(eq(connections.creditorId, ctx.creditorId)),
);
