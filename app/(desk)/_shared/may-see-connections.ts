import type { Ctx } from "@/lib/context";

/** Who manages connections, or reads what was done: the same people that have the group "Control" in the side bar. */
export const maySeeConnections = ({ permissions }: Pick<Ctx, "permissions">): boolean =>
  permissions.has("connections.manage") || permissions.has("audit.read");
