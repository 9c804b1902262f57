import type { LocalText } from "@/lib/kernel/locale";

/** One text in the three languages of the desk, in this order. */
export const t = (en: string, da: string, nl: string): LocalText => ({ en, da, nl });
