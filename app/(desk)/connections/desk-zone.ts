import type { Zone } from "@/lib/kernel/instant";

/** A connection may serve several schemes, so its times are the desk's, as at the foot of the side bar. */
export const DESK_ZONE: Zone = "Europe/Copenhagen";
