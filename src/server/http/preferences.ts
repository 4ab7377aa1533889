import { z } from "zod";

const Locale = z.enum(["en", "de"]);
const Theme = z.enum(["light", "dark", "system"]);

/** Language and appearance of a page: the person's choice kept in a cookie, else what the browser asks for. */
export function preferencesOf(request: Request): { locale: z.infer<typeof Locale>; theme: z.infer<typeof Theme> } {
  const cookies = new Bun.CookieMap(request.headers.get("cookie") ?? "");
  const asked = (request.headers.get("accept-language") ?? "")
    .split(",")
    .map((part) => part.trim().slice(0, 2).toLowerCase());
  const locale = [cookies.get("locale"), ...asked].map((wish) => Locale.safeParse(wish).data).find(Boolean);
  return { locale: locale ?? "en", theme: Theme.safeParse(cookies.get("theme")).data ?? "system" };
}
