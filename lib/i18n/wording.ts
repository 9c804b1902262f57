/**
 * The same keys with other words. A namespace types its Danish and Dutch by its English with this, so that a missing
 * or an extra key does not compile.
 */
export type Wording<English> = {
  readonly [Key in keyof English]: English[Key] extends string ? string : Wording<English[Key]>;
};
