import de from "../../lib/i18n/de/server/operator";
import en from "../../lib/i18n/en/server/operator";
import { translate } from "../../lib/i18n/translate";

const catalogue = { en, de };
export type Words = (key: keyof typeof en, vars?: Record<string, string | number>) => string;

/** The sentences of the operator's page in one language. */
export const wordsIn =
  (locale: keyof typeof catalogue): Words =>
  (key, vars = {}) =>
    translate(catalogue[locale][key], vars, locale);
