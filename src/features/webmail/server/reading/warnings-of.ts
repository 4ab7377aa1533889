import { domainToUnicode } from "node:url";
import { getDomain } from "tldts";
import type { Address, Message } from "~/engine/mail-objects";
import { hasMixedScript } from "~/lib/mixed-script";
import { mailProviders } from "~/lib/mail-providers";
import { type Authentication, type MessageWarning, warningKinds } from "../../schema/reading";
import { domainOf } from "./authentication-of";
import type { KnownSenders } from "./known-senders";
import { lookAlikeOf } from "./look-alike";
import { nameKey } from "./name-key";

type Asked = Pick<Message, "from" | "replyTo" | "headers">;

const organisation = (domain: string) => getDomain(domain, { allowPrivateDomains: true }) ?? domain;

/** What speaks against a message, the worst first; nothing for mail from an own domain that is proven. */
export function warningsOf(
  message: Asked,
  authentication: Authentication | null,
  known: KnownSenders,
): MessageWarning[] {
  const [sender] = message.from;
  const domain = domainOf(sender?.email);
  if (!sender || !domain) return [];
  const isOwn = known.ownDomains.some((own) => own === domain);
  const isVerified = authentication?.verdict === "verified";
  if (isOwn && isVerified) return [];
  const isKnown = known.addresses.has(sender.email.toLowerCase());
  const found: Partial<Record<MessageWarning["kind"], string | undefined>> = {
    own_domain: isOwn && authentication?.verdict === "unverified" ? domain : undefined,
    address_in_name: addressInName(sender),
    look_alike: isOwn || isKnown ? undefined : lookAlikeOf(domain, [...known.ownDomains, ...known.domains]),
    mixed_script:
      domain.includes("xn--") && domainToUnicode(domain).split(".").some(hasMixedScript) ? domain : undefined,
    ...(isOwn || isKnown ? {} : poses(sender, known)),
    reply_elsewhere: isKnown ? undefined : replyElsewhere(message, domain, known),
  };
  return warningKinds.flatMap((kind) => (found[kind] === undefined ? [] : [{ kind, name: found[kind] }]));
}

/** An address in the name that is not the sender's own domain's, as `"ceo@acme.test" <x@evil.test>`. */
function addressInName({ name, email }: Address): string | undefined {
  const shown = /[^\s<>"'(),;:]{1,64}@[\p{L}\p{N}.-]{1,250}\.\p{L}{2,}/u.exec(name?.slice(0, 1000) ?? "")?.[0];
  const isSame = shown && organisation(domainOf(shown)) === organisation(domainOf(email));
  return shown && !isSame ? shown : undefined;
}

function poses({ name, email }: Address, known: KnownSenders) {
  const key = nameKey(name ?? "");
  const own = key !== "" && key === nameKey(known.ownName) ? known.ownName : undefined;
  const addresses = known.names.get(key) ?? [];
  const isNamesake = addresses.length > 0 && !addresses.includes(email.toLowerCase()) && key.includes(" ");
  return { own_name: own, known_name: isNamesake ? addresses[0] : undefined };
}

/** Lists have their answers sent elsewhere by nature, and people who write to themselves have reasons of their own. */
function replyElsewhere({ replyTo, headers }: Asked, domain: string, known: KnownSenders): string | undefined {
  const to = domainOf(replyTo[0]?.email);
  if (!to || headers.listUnsubscribe || organisation(to) === organisation(domain)) return undefined;
  const isFamiliar = known.ownDomains.includes(to) || (known.domains.includes(to) && !mailProviders.has(to));
  return isFamiliar ? undefined : to;
}
