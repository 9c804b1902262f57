import { fold } from "@/lib/kernel/fold";
import { tellingWords, wordsOf } from "@/lib/search/name-words";
import {
  amountOf,
  customerNumber,
  DEBTORS_PER_MANDATE,
  DEBTORS_PER_PAYMENT,
  keyOf,
  reference,
  SEARCH_CREDITOR,
} from "./search-made";

/** What is asked, and the shortest statement by hand that finds its first rows. */
interface Asked {
  query: string;
  raw: string;
}

export interface SearchCase {
  name: string;
  asked: Asked[];
}

type Sample = { n: number; name: string };

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const mine = (alias: string) => `${alias}.creditor_id = '${SEARCH_CREDITOR}'`;
const range = (column: string, text: string) =>
  `${column} >= ${quoted(text)} and ${column} < ${quoted(`${text}\u{10ffff}`)}`;

const byTerm = (kind: string, term: string) =>
  `select d.* from debtor_terms t join debtors d on d.id = t.debtor_id
   where ${mine("t")} and t.kind = '${kind}' and ${range("t.term", term)} order by t.term limit 6`;
const byColumn = (table: string, condition: string) =>
  `select * from ${table} t where ${mine("t")} and ${condition} limit 6`;

const ends = (name: string): [string, string] => {
  const words = tellingWords(wordsOf(name));
  return [words[0] ?? "", words.at(-1) ?? ""];
};
/** Two letters in the middle changed places. */
const swapped = (word: string) => {
  const at = Math.floor(word.length / 2);
  return word.slice(0, at - 1) + word.slice(at, at + 1) + word.slice(at - 1, at) + word.slice(at + 1);
};
const common = ["hansen", "jensen", "nielsen", "pedersen", "jansen", "de jong", "bakker", "andersen"];

/** What people type, from the commonest to what hardly ever happens. */
export function searchCases(samples: readonly Sample[]): SearchCase[] {
  const of = (name: string, make: (one: Sample, index: number) => Asked): SearchCase => ({
    name,
    asked: samples.map(make),
  });
  const named = (name: string, query: (first: string, last: string) => [typed: string, term: string]) =>
    of(name, (one) => {
      const [typed, term] = query(...ends(one.name));
      return { query: typed, raw: byTerm("name", term) };
    });
  const whole = (n: number, every: number) => n - (n % every);
  return [
    named("name begun", (first, last) => [`${first} ${last.slice(0, 3)}`, `${first} ${last.slice(0, 3)}`]),
    named("two words begun", (first, last) => [
      `${first.slice(0, 3)} ${last.slice(0, 3)}`,
      `${first} ${last.slice(0, 3)}`,
    ]),
    named("two words hardly begun", (first, last) => [
      `${first.slice(0, 1)} ${last.slice(0, 2)}`,
      `${first} ${last.slice(0, 2)}`,
    ]),
    of("two begun, nobody's", ({ n }) => ({
      query: `${"mahkajsel"[n % 9]}${"aeo"[n % 3]} xq`,
      raw: byTerm("name", "xqzvwk"),
    })),
    of("two begun, hardly anybody's", ({ n }) => ({
      query: `${"shbkmdvrg"[n % 9]} ${["sto", "kir", "ege"][n % 3]}`,
      raw: byTerm("name", "xqzvwk"),
    })),
    named("two words turned", (first, last) => [`${last} ${first}`, `${last} ${first}`]),
    of("whole name", ({ name }) => ({ query: name, raw: byTerm("name", wordsOf(name).join(" ")) })),
    of("common surname", (_, index) => {
      const name = common[index % common.length] ?? "";
      return { query: name, raw: byTerm("name", name) };
    }),
    named("two letters", (first) => [first.slice(0, 2), first.slice(0, 2)]),
    named("a slip", (first, last) => [`${first} ${swapped(last)}`, `${first} ${last}`]),
    named("a slip in each", (first, last) => [`${swapped(first)} ${swapped(last)}`, `${first} ${last}`]),
    named("surname with a slip", (_, last) => [swapped(last), last]),
    of("customer number", ({ n }) => {
      const number = customerNumber(n);
      return { query: number, raw: byColumn("debtors", `t.customer_number = '${number}'`) };
    }),
    of("number begun", ({ n }) => {
      const number = customerNumber(n).slice(0, 5);
      return { query: number, raw: byColumn("debtors", range("t.customer_number", number)) };
    }),
    of("last four", ({ n }) => {
      const digits = String((n * 31) % 10_000).padStart(4, "0");
      return { query: digits, raw: byColumn("debtor_accounts", `t.last_four = '${digits}'`) };
    }),
    of("amount", ({ n }) => {
      const amount = amountOf(whole(n, DEBTORS_PER_PAYMENT));
      return {
        query: (amount / 100).toFixed(2).replace(".", ","),
        raw: byColumn("payments", `t.amount_minor = ${amount}`),
      };
    }),
    of("reference", ({ n }) => {
      const text = reference(whole(n, DEBTORS_PER_PAYMENT));
      return { query: text, raw: byColumn("payments", `t.reference = '${text}'`) };
    }),
    of("mandate number", ({ n }) => {
      const number = String(100_000_000 + whole(n, DEBTORS_PER_MANDATE));
      return { query: number, raw: byColumn("mandates", `t.mandate_number = '${number}'`) };
    }),
    of("request key", ({ n }) => {
      const key = keyOf(whole(n, DEBTORS_PER_MANDATE));
      return {
        query: key,
        raw: `select * from mandates where connection_id = 'con_search' and request_key = '${key}'`,
      };
    }),
    of("phone", ({ n }) => {
      const digits = String(20_000_000 + ((n * 13) % 70_000_000));
      return { query: `+45 ${digits}`, raw: byTerm("phone", digits) };
    }),
    of("e-mail", ({ n, name }) => {
      const email = `${fold(name).replace(/[^a-z]+/g, ".")}${n % 97}@`;
      return { query: email, raw: byTerm("email", email) };
    }),
    of("CPR, nobody's", ({ n }) => ({
      query: `${String(1 + (n % 28)).padStart(2, "0")}0170-${String(n % 10_000).padStart(4, "0")}`,
      raw: byColumn("debtors", `t.identity_index = 'none ${n}'`),
    })),
    of("nothing", ({ n }) => ({
      query: `xq${String.fromCharCode(97 + (n % 26))}zvwk${n % 7 === 0 ? "y" : ""} wqxjkv`,
      raw: byTerm("name", "xqzvwk"),
    })),
  ];
}
