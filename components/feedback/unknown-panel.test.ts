import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { states } from "@/lib/i18n/messages/states";
import { UnknownPanel } from "./unknown-panel";

const drawn = (absent: boolean) => {
  const shown = { time: "14:02", absent, children: "What it means." };
  const words = {
    locale: "en",
    messages: { states: states.en },
    timeZone: "UTC",
    children: createElement(UnknownPanel, shown),
  } as const;
  return renderToStaticMarkup(createElement(NextIntlClientProvider, words));
};

describe("the panel of an unknown outcome", () => {
  it("forbids to send again while nobody knows", () => {
    expect(drawn(false)).toContain("Unknown. Sent 14:02");
    expect(drawn(false)).toContain("Do not send it again.");
  });

  it("says that it did not arrive, and forbids nothing, once that is proven", () => {
    expect(drawn(true)).toContain("proven not to have arrived");
    expect(drawn(true)).toContain("An approver sends it again.");
    expect(drawn(true)).not.toMatch(/Unknown|Do not send/);
  });
});
