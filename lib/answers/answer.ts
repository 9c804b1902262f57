import type { Day } from "@/lib/kernel/day";
import type { Zone } from "@/lib/kernel/instant";
import type { LocalText } from "@/lib/kernel/locale";
import type { Money } from "@/lib/kernel/money";
import type { AlsoCode, AnswerCode } from "./codes";
import type { Step } from "./steps";

/** What a sentence is filled with, as data: the reader's language and the scheme's clock write it. */
export type Param =
  | string
  | number
  | { day: Day }
  /** With its city where it is a deadline. */
  | { instant: Date }
  | { moment: Date }
  | { money: Money }
  /** A length of time, in milliseconds. */
  | { span: number }
  | { says: LocalText };
export type Params = Readonly<Record<string, Param>>;

/** The record that an answer is about. */
export interface About {
  noun: "debtor" | "mandate" | "payment" | "run";
  id: string;
  /** By which people know it: a reference, a number, a name. */
  name: string;
}

/** Why something has not been collected, as data. */
export interface Answer {
  code: AnswerCode;
  params: Params;
  about: About;
  /** In whose time its days and instants are written. */
  zone: Zone;
  /** Since when it is so; null where nothing says it. */
  since: Date | null;
  /** The proof it rests on; null where nobody has proven anything. */
  evidence: { at: Date; messageId: string | null } | null;
  /** What is true besides, and matters to who asks. */
  also: readonly { code: AlsoCode; params: Params }[];
  /** What can be done, the most useful first. */
  next: readonly Step[];
}
