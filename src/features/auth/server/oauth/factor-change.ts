import { de } from "~/lib/i18n/de";
import { en } from "~/lib/i18n/en";
import { translate } from "~/lib/i18n/translate";
import type { Context } from "~/server/context";

/** What a notice says of a provider that became, or is no longer, a way in; in the reader's language. */
export function changeOf(
  { providers, platform }: Pick<Context, "providers" | "platform">,
  locale: string,
  change: "added" | "removed",
  provider: string,
): { change: string; link: string } {
  const { notices } = locale.startsWith("de") ? de : en;
  const name = providers.find(({ id }) => id === provider)?.name ?? provider;
  const text = translate(notices[`provider_${change}`], { provider: name }, locale);
  return { change: text, link: `${platform.appUrl}/admin/security` };
}
