import type { Ctx } from "@/lib/context";

/** Who reads all that goes on; everybody else reads what is about a record. */
export const maySeeActivity = ({ permissions }: Pick<Ctx, "permissions">): boolean =>
  permissions.has("activity.read");
