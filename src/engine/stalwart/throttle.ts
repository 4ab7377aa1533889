import { z } from "zod";
import { EngineError } from "../engine-error.ts";
import type { EngineThrottle } from "../engine-directory.ts";

/** x:MtaInboundThrottle. */
export const ThrottleObject = z.object({
  id: z.string(),
  description: z.string().catch(""),
  enable: z.boolean().catch(true),
  key: z.record(z.string(), z.boolean()).catch({}),
  match: z.object({ else: z.string() }).loose().catch({ else: "" }),
  rate: z.object({ count: z.number(), period: z.number() }),
});
export type ThrottleObject = z.infer<typeof ThrottleObject>;

const signedIn = "!is_empty(authenticated_as)";
/** An expression that names the recipient is asked at each RCPT, not once a message at MAIL. */
const eachRecipient = "!is_empty(rcpt)";
/** A submission by JMAP goes through a session of the engine with itself, which has no port. */
const byProgram = "remote_port != 0";

/** A string of the engine's expressions: an apostrophe is legal in a local part, a quotation mark is not. */
function quoted(text: string): string {
  if (/["\\\s]/.test(text)) throw new EngineError("refused", `not an address that an expression can hold: ${text}`);
  return text.includes("'") ? `"${text}"` : `'${text}'`;
}

/**
 * Counted by account, so that a second address of the same person is no way around; by domain for all of it. Only mail of people who
 * signed in counts: anybody outside may pretend to be a sender here.
 */
export function toBody({ name, sender, count, periodSeconds, isForPrograms }: EngineThrottle) {
  const domain = "eachOf" in sender ? sender.eachOf : "domain" in sender ? sender.domain : null;
  const conditions = [
    ...[signedIn, eachRecipient, ...(isForPrograms ? [byProgram] : [])],
    ...("address" in sender ? [`authenticated_as == ${quoted(sender.address)}`] : []),
    ...(domain === null ? [] : [`sender_domain == ${quoted(domain)}`]),
  ];
  return {
    description: name,
    enable: true,
    key: "domain" in sender ? { senderDomain: true } : { authenticatedAs: true },
    match: { match: {}, else: conditions.join(" && ") },
    rate: { count, period: periodSeconds * 1000 },
  };
}

const condition = /^(authenticated_as|sender_domain) == (?:'([^']*)'|"([^"]*)")$/;

/** The throttle behind an object, or `null` for one that somebody else wrote. */
export function toThrottle({ description, enable, key, match, rate }: ThrottleObject): EngineThrottle | null {
  const [first, second, ...others] = match.else.split(" && ");
  const isForPrograms = others[0] === byProgram;
  const parts = (isForPrograms ? others.slice(1) : others).map((text) => condition.exec(text));
  if (!enable || first !== signedIn || second !== eachRecipient || parts.some((part) => part === null)) return null;
  const valueOf = (variable: string) => {
    const part = parts.find((one) => one?.[1] === variable);
    return part && (part[2] ?? part[3]);
  };
  const [address, domain] = [valueOf("authenticated_as"), valueOf("sender_domain")];
  const common = {
    ...{ name: description, count: rate.count, periodSeconds: rate.period / 1000 },
    ...(isForPrograms ? { isForPrograms } : {}),
  };
  if (address) return { ...common, sender: { address } };
  if (!domain) return null;
  return { ...common, sender: key.senderDomain ? { domain } : { eachOf: domain } };
}
