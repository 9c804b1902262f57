/** What a selection says of itself. */
export interface SelectionWords {
  /** "{n} selected" */
  selected: string;
  /** "{n} on other pages" */
  elsewhere: string;
  all: string;
  /** "but {n}" */
  but: string;
  selectAll: string;
  count: string;
  counting: string;
  /** "{n} rows" */
  rows: string;
  /** "more than {n} rows" */
  moreRows: string;
  notCounted: string;
  clear: string;
  /** Beside a sum that is no real money. */
  test: string;
}
