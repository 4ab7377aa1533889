import { toDisplayName } from "~/lib/domain-name";
import { translate } from "~/lib/i18n/translate";
import type { NoticeFields } from "~/server/notices/notice-kinds";
import { pageOf, wordsFor } from "./alert-text";
import type { Digest } from "./load-digest";

const mostDomains = 40;

/** A digest as far as somebody looks after the domains that it names; null for all. */
export function digestFor(digest: Digest, domainIds: string[] | null): Digest {
  if (domainIds === null) return digest;
  const own = <T extends { domainId: string }>(lines: T[]) =>
    lines.filter(({ domainId }) => domainIds.includes(domainId));
  const { unwell, proofs, keys, changed, lastChangeAt } = digest;
  return { unwell: own(unwell), proofs: own(proofs), keys: own(keys), changed: own(changed), lastChangeAt };
}

/** Whether anything in it waits for a person. */
export const isAnythingWrong = ({ unwell, proofs, keys }: Digest): boolean =>
  unwell.length + proofs.length + keys.length > 0;

export const isEmptyDigest = (digest: Digest): boolean => !isAnythingWrong(digest) && digest.changed.length === 0;

/** What fills a `domain_digest`. */
export function digestFields(
  { unwell, proofs, keys, changed }: Digest,
  { locale, appUrl, company }: { locale: string; appUrl: string; company: string },
): NoticeFields<"domain_digest"> {
  const { notices, domains } = wordsFor(locale);
  const line = (domainId: string, text: string) => `- ${text}\n  ${pageOf(appUrl, domainId)}`;
  const section = <T extends { domainId: string; name: string }>(
    title: string,
    lines: T[],
    say: (one: T, domain: string) => string,
  ) => {
    if (lines.length === 0) return [];
    const shown = lines.slice(0, mostDomains);
    const left = lines.length - shown.length;
    const more = left > 0 ? [translate(notices.alert_more, { count: left }, locale)] : [];
    return [[title, ...shown.map((one) => line(one.domainId, say(one, toDisplayName(one.name)))), ...more].join("\n")];
  };
  const list = [
    ...section(notices.digest_unwell, unwell, ({ state }, domain) => `${domain}: ${domains[`state_${state}`]}`),
    ...section(notices.digest_proofs, proofs, (_, domain) => domain),
    ...section(notices.digest_keys, keys, (_, domain) => domain),
    ...section(notices.digest_changed, changed, ({ count }, domain) =>
      translate(notices.digest_changes, { domain, count }, locale),
    ),
  ];
  return { company, list: list.join("\n\n"), link: `${appUrl}/admin/domains` };
}
