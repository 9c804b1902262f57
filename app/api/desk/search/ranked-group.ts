import type { SearchGroup } from "@/components/search/answer";

/** A group before it is put in its place. */
export interface RankedGroup extends SearchGroup {
  rank: number;
}
