"use client";

import { useEffect, useRef } from "react";
import type { SearchGroup, SearchOption } from "@/components/search/answer";
import { Anchor } from "@/components/ui/anchor";
import { StateWord } from "@/components/ui/state-word";

export interface OptionListProps {
  id: string;
  groups: readonly SearchGroup[];
  active: SearchOption | undefined;
  onPoint: (option: SearchOption) => void;
  onChosen: () => void;
}

/** The groups of a listbox. Each option is a link, so that it opens in another tab as links do. */
export function OptionList({ id, groups, active, onPoint, onChosen }: OptionListProps) {
  return groups.map((group) => (
    // biome-ignore lint/a11y/useSemanticElements: a listbox has groups of options, which are no fieldsets.
    <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}`}>
      <p className="palette-group" id={`${id}-${group.key}`}>
        {group.label}
      </p>
      {group.options.map((option) => (
        <Option
          key={option.id}
          id={`${id}${option.id}`}
          option={option}
          selected={option.id === active?.id}
          onPoint={onPoint}
          onChosen={onChosen}
        />
      ))}
    </div>
  ));
}

interface OptionProps {
  id: string;
  option: SearchOption;
  selected: boolean;
  onPoint: (option: SearchOption) => void;
  onChosen: () => void;
}

function Option({ id, option, selected, onPoint, onChosen }: OptionProps) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (selected) link.current?.scrollIntoView({ block: "nearest" });
  }, [selected]);
  return (
    <Anchor
      ref={link}
      id={id}
      href={option.href}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      className="palette-option"
      onPointerMove={() => onPoint(option)}
      onClick={(event) => {
        if (!event.ctrlKey && !event.metaKey && !event.shiftKey) onChosen();
      }}
    >
      <span className="palette-what">
        <b>{option.title}</b>
        {option.test ? <span className="test-flag">{option.test}</span> : null}
        {option.detail ? <span className="palette-detail">{option.detail}</span> : null}
      </span>
      {option.why ? <span className="palette-why">{option.why}</span> : null}
      {option.state ? (
        <span className="palette-state">
          <StateWord mark={option.state.mark}>{option.state.text}</StateWord>
        </span>
      ) : null}
    </Anchor>
  );
}
