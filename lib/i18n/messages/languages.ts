/** The languages of texts to debtors, by name. */
const en = { en: "English", da: "Danish", nl: "Dutch" } as const;
const da = { en: "engelsk", da: "dansk", nl: "nederlandsk" };
const nl = { en: "Engels", da: "Deens", nl: "Nederlands" };

export const languages = { en, da, nl };
