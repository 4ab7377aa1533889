import { domainToUnicode } from "node:url";
import { parse } from "tldts";
import { mailProviders } from "~/lib/mail-providers";
import { skeletonOf } from "./confusables";
import { isOneSlip } from "./is-one-slip";

/** Shorter names are one letter apart by chance. */
const shortest = 5;

type Name = { host: string; registered: string; label: string; suffix: string; skeleton: string };

/** Reading a name takes longer than comparing it, and the same few are asked for with every message. */
const read = new Map<string, Name>();
const mostRead = 20_000;

function nameOf(host: string): Name {
  const kept = read.get(host);
  if (kept) return kept;
  const { domain, domainWithoutSuffix, publicSuffix } = parse(host, { allowPrivateDomains: true });
  const registered = domain ?? host;
  const shown = skeletonOf(domainToUnicode(registered) || registered);
  const name = { host, registered, label: domainWithoutSuffix ?? host, suffix: publicSuffix ?? "", skeleton: shown };
  if (read.size >= mostRead) read.clear();
  read.set(host, name);
  return name;
}

/**
 * Which of `known` a reader could take `domain` for, if any: the names look the same, differ by one letter, or the known one stands at the
 * beginning of a longer one. None when `domain` is one of them, or belongs to one. All are A-labels in lower case.
 */
export function lookAlikeOf(domain: string, known: readonly string[]): string | undefined {
  const asked = nameOf(domain);
  const names = known.map(nameOf);
  if (mailProviders.has(asked.registered)) return undefined;
  if (names.some(({ registered }) => registered === asked.registered)) return undefined;
  return names.find((name) => isTakenFor(asked, name))?.registered;
}

function isTakenFor(asked: Name, name: Name): boolean {
  if (asked.host.startsWith(`${name.registered}.`) || asked.skeleton === name.skeleton) return true;
  if (Math.min(asked.label.length, name.label.length) < shortest) return false;
  return asked.suffix === name.suffix && isOneSlip(asked.label, name.label);
}
