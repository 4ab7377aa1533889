import { toDisplayName } from "~/lib/domain-name";
import { de } from "~/lib/i18n/de";
import { en } from "~/lib/i18n/en";
import type { Message } from "~/lib/i18n/keys";
import { translate } from "~/lib/i18n/translate";
import type { NoticeFields } from "~/server/notices/notice-kinds";
import type { DomainRecord } from "../../schema";
import { inOneLine } from "./in-one-line";
import type { AlertKind } from "./settle-alerts";
import type { Counts } from "./worst-first";

/** One thing to tell of one domain; `records` are those that are to blame, as they were found last. */
export type DomainNews = { domainId: string; name: string; kind: AlertKind; since: Date; records: DomainRecord[] };

const mostRecords = 6;
/** A signing key is longer. */
const longestValue = 120;

type Reader = { locale: string; appUrl: string };

/** The sentences of mail in a reader's language. */
export const wordsFor = (locale: string) => (locale.startsWith("de") ? de : en);

export const pageOf = (appUrl: string, domainId: string): string => `${appUrl}/admin/domains/${domainId}`;

/** A record: what was found of it, what to do, and what should be there unless that is too long for anybody to type from a mail. */
function recordLine({ type, shortName, advice, fix, value }: DomainRecord, locale: string): string {
  const sentence = (wordsFor(locale).checks as Record<string, Message>)[`advice_${advice?.code}`];
  const vars = Object.entries(advice?.vars ?? {}).map(([name, value]) => [name, inOneLine(value)]);
  const said = sentence === undefined ? "" : `: ${translate(sentence, Object.fromEntries(vars), locale)}`;
  const wanted = fix?.value ?? value;
  const words = wordsFor(locale).notices;
  const want =
    wanted.length > longestValue ? "" : `\n  ${translate(words.alert_value, { value: inOneLine(wanted) }, locale)}`;
  return `- ${type} ${shortName}${said}${want}`;
}

/**
 * What fills a `domain_alert`: one list for all domains, grouped by what is the matter with them, in the order of `news`. `counts` tell of how many
 * more there are. Times are UTC.
 */
export function alertFields(
  news: DomainNews[],
  { company, counts, ...reader }: Reader & { company: string; counts: Counts },
): NoticeFields<"domain_alert"> {
  const { locale, appUrl } = reader;
  const words = wordsFor(locale).notices;
  const parts = [...Map.groupBy(news, ({ kind }) => kind)].map(([kind, some]) =>
    [words[`alert_title_${kind}`], ...some.map((one) => domainPart(one, reader))].join("\n\n"),
  );
  const left = counts.domains - new Set(news.map(({ domainId }) => domainId)).size;
  if (left > 0) parts.push(translate(words.alert_more, { count: left }, locale));
  const only = counts.domains === 1 ? news[0] : undefined;
  return {
    ...{ company, headline: headlineOf(only, counts, locale), list: parts.join("\n\n") },
    link: only ? pageOf(appUrl, only.domainId) : `${appUrl}/admin/domains`,
  };
}

function domainPart({ domainId, name, kind, since, records }: DomainNews, { locale, appUrl }: Reader): string {
  const words = wordsFor(locale).notices;
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(
    since,
  );
  const domain = toDisplayName(name);
  const isOver = kind === "recovered";
  const head = isOver ? domain : translate(words.alert_since, { domain, time }, locale);
  const lines = isOver ? [] : records.slice(0, mostRecords).map((record) => recordLine(record, locale));
  return [head, ...lines, pageOf(appUrl, domainId)].join("\n");
}

function headlineOf(only: DomainNews | undefined, { domains, unwell }: Counts, locale: string): string {
  const words = wordsFor(locale).notices;
  if (only) return translate(words[`alert_one_${only.kind}`], { domain: toDisplayName(only.name) }, locale);
  if (unwell > 0) return translate(words.alert_many_trouble, { count: unwell }, locale);
  return translate(words.alert_many_recovered, { count: domains }, locale);
}
