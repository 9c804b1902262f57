import type { Wording } from "@/lib/i18n/wording";

const en = {
  cutoff: "Cut-off",
  processed: "Processed",
  collected: "Collected",
  closed: "bank closed",
  today: "Today",
  week: "Week",
  source: "Source",
  payments: "Payments",
  legend: "How to read it",
  agrees: "Published, agrees",
  differs: "Published, differs",
  own: "Own date",
  rule: "Rule only",
  windows: "Deadlines of {year}",
  nextOne: "next",
} as const;

const da: Wording<typeof en> = {
  cutoff: "Frist",
  processed: "Behandles",
  collected: "Opkræves",
  closed: "banklukket",
  today: "I dag",
  week: "Uge",
  source: "Kilde",
  payments: "Betalinger",
  legend: "Sådan læses den",
  agrees: "Offentliggjort, stemmer",
  differs: "Offentliggjort, afviger",
  own: "Egen dato",
  rule: "Kun regel",
  windows: "Frister i {year}",
  nextOne: "næste",
};

const nl: Wording<typeof en> = {
  cutoff: "Deadline",
  processed: "Verwerkt",
  collected: "Geïncasseerd",
  closed: "bank gesloten",
  today: "Vandaag",
  week: "Week",
  source: "Bron",
  payments: "Betalingen",
  legend: "Zo leest u dit",
  agrees: "Gepubliceerd, klopt",
  differs: "Gepubliceerd, wijkt af",
  own: "Eigen datum",
  rule: "Alleen regel",
  windows: "Deadlines van {year}",
  nextOne: "volgende",
};

export const calendar = { en, da, nl };
