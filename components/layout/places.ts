/** A place in the side bar. */
export interface NavPlace {
  label: string;
  href: string;
  /** What waits there, written already. */
  count?: string;
  /** `g` and then this letter goes there. */
  go?: string;
}

export interface NavGroup {
  label: string;
  places: readonly NavPlace[];
}
