/** Named limits of an import, each with its reason. */

/** A million rows of thirty columns with room to spare; beyond it nobody could look at the result. */
export const LARGEST_FILE = 300_000_000;

/** A piece of a file as it is stored: small enough to be sealed and read at once, large enough to be few. */
export const PART_BYTES = 262_144;

/** As many rows as a sheet of a workbook can have. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 200;

/** Longer than any cell that means something. */
export const LONGEST_CELL = 1_000;

/** A row of a text file; beyond it a quotation mark was never closed. */
export const LONGEST_RECORD = 262_144;

/** What a workbook may unpack to, and by how much: text packs thirtyfold, a bomb a thousandfold. */
export const LARGEST_UNPACKED = 2_000_000_000;
export const MOST_PACKED = 250;
export const PACKED_FREELY = 20_000_000;
export const MOST_ENTRIES = 2_000;

/** The texts that cells of a workbook share are kept in memory while it is read. */
export const MOST_SHARED_CHARACTERS = 64_000_000;

/** Rows that go into one statement: below every database's limit of parameters. */
export const CHECK_CHUNK = 500;

/** Mandates that are made in one transaction: others wait no longer than for these. */
export const COMMIT_CHUNK = 50;

/** How long the cells of rows that were not made are kept for correction after the end. */
export const KEEP_CELLS_DAYS = 30;

/** An upload that has not ended by then never will. */
export const UPLOAD_HOURS = 6;
