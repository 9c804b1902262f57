/** Long enough to read it to the end of a telephone line, or to copy it. */
export const REVEALED_SECONDS = 30;
