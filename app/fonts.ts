import localFont from "next/font/local";

// Two files of one variable face: the letters of our three languages, and the rest of the Latin script, which the
// browser fetches only for a name that needs it. Both come from the npm package and are served by us.
const latin = localFont({
  src: "../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
  variable: "--font-latin",
  weight: "200 900",
  adjustFontFallback: "Arial",
});

const extended = localFont({
  src: "../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2",
  variable: "--font-extended",
  weight: "200 900",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
});

/** Goes on `<html>`; `app/globals.css` puts the two together. */
export const fontVariables = `${latin.variable} ${extended.variable}`;
