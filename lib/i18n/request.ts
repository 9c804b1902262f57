import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { chooseLocale, isLocale, LOCALE_COOKIE } from "@/lib/i18n/locale-choice";
import { messagesFor } from "@/lib/i18n/messages";

/** What next-intl asks at the start of each request. Dates go through lib/i18n/format.ts, which is given its zone. */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale = isLocale(asked) ? asked : await localeOfRequest();
  return { locale, messages: messagesFor(locale), timeZone: "Europe/Copenhagen" };
});

async function localeOfRequest() {
  const [cookieStore, headerList] = await Promise.all([cookies(), headers()]);
  return chooseLocale(cookieStore.get(LOCALE_COOKIE)?.value, headerList.get("accept-language"));
}
