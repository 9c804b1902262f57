/** By what a list is ordered; `down`: the newest, latest or largest first. */
export interface Sort<Key extends string> {
  key: Key;
  direction: "up" | "down";
}

/** Which page of a list is wanted. */
export interface PageRequest<Key extends string> {
  /** Left out: by the list's first key, down. */
  sort?: Sort<Key> | undefined;
  /** The `next` of the page before; left out for the first page. */
  after?: string | undefined;
  /** 1 to 100 rows; 50 when left out. */
  limit?: number | undefined;
}

/** Some rows of a list; `next` asks for those that follow and is null on the last page. */
export interface Page<Row> {
  rows: Row[];
  next: string | null;
}
