import type { Field } from "@/lib/providers/contract";
import { debtorForm } from "./form";

const kept = ["name", "email", "phone"];

/** What may be changed of a debtor later: the name and how to reach them. */
export const contactForm: readonly Field[] = [
  ...debtorForm.filter((field) => kept.includes(field.name)),
  {
    name: "language",
    kind: "choice",
    required: false,
    label: { en: "Language", da: "Sprog", nl: "Taal" },
    hint: {
      en: "In which we write to them.",
      da: "Som vi skriver til dem på.",
      nl: "Waarin wij hun schrijven.",
    },
    options: [
      { value: "da", label: { en: "Danish", da: "Dansk", nl: "Deens" } },
      { value: "nl", label: { en: "Dutch", da: "Nederlandsk", nl: "Nederlands" } },
      { value: "en", label: { en: "English", da: "Engelsk", nl: "Engels" } },
    ],
  },
];
