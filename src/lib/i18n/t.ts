import type { Area } from "./areas";
import { locale, messagesOf } from "./catalogue";
import type { Key, VarsOf } from "./keys";
import { translate } from "./translate";

/**
 * The sentence under `key` in the page's language: `t("common.close")`, `t("common.itemsSelected", { count: 3 })`.
 * Call it where the text is shown (inside JSX or a function), not at module level: the language is known only then.
 */
export function t<K extends Key>(key: K, ...[vars]: VarsOf<K>): string {
  const dot = key.indexOf(".");
  const messages = messagesOf(key.slice(0, dot) as Area);
  const message = messages?.[key.slice(dot + 1)];
  if (message === undefined) return messages ? key : "";
  return translate(message, vars ?? {}, locale());
}
