import { t } from "~/lib/i18n/t";
import type { Tone } from "~/ui/badge";
import type { Message } from "../../schema";
import type { MessageWarning } from "../../schema/reading";

const tones: Record<MessageWarning["kind"], Tone> = {
  ...{ own_domain: "danger", address_in_name: "danger", look_alike: "danger" },
  ...{ mixed_script: "warning", known_name: "warning", own_name: "warning", reply_elsewhere: "neutral" },
};

/**
 * What speaks against a message in words, the worst first. Links that lead elsewhere than they say are named here only when nobody has
 * proven who sent them: proven shops and papers count clicks that way every day, and the link itself tells in any case.
 */
export function warningTexts(
  { from, authentication, warnings }: Pick<Message, "from" | "authentication" | "warnings">,
  deceptiveHosts: readonly string[],
): { tone: Tone; text: string }[] {
  const email = from[0]?.email ?? "";
  const texts = warnings.map(({ kind, name }) => ({
    tone: tones[kind],
    text: t(`reading.warn_${kind}`, { name, email }),
  }));
  const [host] = deceptiveHosts;
  if (!host || authentication?.verdict === "verified") return texts;
  const links = { tone: "warning" as const, text: t("reading.warn_links", { count: deceptiveHosts.length, host }) };
  const worse = texts.filter(({ tone }) => tone === "danger").length;
  return texts.toSpliced(worse, 0, links);
}
