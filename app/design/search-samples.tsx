"use client";

import { useState } from "react";
import type { SearchAnswer, SearchOption } from "@/components/search/answer";
import { OptionList } from "@/components/search/option-list";
import { PaletteFoot } from "@/components/search/palette-foot";

/** An answer of the search as the palette shows it, without the dialog around it. */
export function SearchSample({ id, answer }: { id: string; answer: SearchAnswer }) {
  const [active, setActive] = useState<SearchOption | undefined>(answer.groups[0]?.options[0]);
  return (
    <div className="palette-box design-palette">
      <div className="palette-found" role="listbox" aria-label={answer.said} tabIndex={0}>
        <OptionList
          id={id}
          groups={answer.groups}
          active={active}
          onPoint={setActive}
          onChosen={() => undefined}
        />
      </div>
      <PaletteFoot answer={answer} />
    </div>
  );
}
