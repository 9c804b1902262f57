/** One edge of a state machine, as data. */
export interface Move<State extends string> {
  readonly from: readonly State[];
  readonly to: State;
  readonly by: "verb" | "evidence";
}

/** Whether a move may be made from a state. */
export function allows<State extends string>(move: Move<State>, state: State): boolean {
  return move.from.includes(state);
}

/** The move by which evidence takes one state to another, or null when no edge leads there. */
export function moveTo<State extends string, Name extends string>(
  moves: Readonly<Record<Name, Move<State>>>,
  from: State,
  to: State,
): Name | null {
  const names = Object.keys(moves) as Name[];
  return (
    names.find(
      (name) => moves[name].by === "evidence" && moves[name].to === to && allows(moves[name], from),
    ) ?? null
  );
}
