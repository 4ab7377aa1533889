import type { Message } from "./keys";

/** Fills one message. `count` chooses the plural form by the rules of `locale`; numbers are written in that language. */
export function translate(message: Message, vars: Record<string, string | number>, locale: string): string {
  const text = typeof message === "string" ? message : message[pluralForm(Number(vars["count"]), locale)];
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = vars[name];
    return typeof value === "number" ? value.toLocaleString(locale) : (value ?? hole);
  });
}

const pluralForm = (count: number, locale: string) =>
  new Intl.PluralRules(locale).select(count) === "one" ? "one" : "other";
