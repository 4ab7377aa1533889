import { z } from "zod";

/** Whether the sender's domain is who it says, by our own mail server's verdict; null where that says nothing. */
export const Authentication = z.strictObject({ verdict: z.enum(["verified", "unverified"]), domain: z.string() });
export type Authentication = z.infer<typeof Authentication>;

/** How to get no more of such mail. */
export const Unsubscribe = z.discriminatedUnion("kind", [
  /** One call to a server of that name, made by `reading.unsubscribe`. */
  z.strictObject({ kind: z.literal("one_click"), host: z.string() }),
  /** A message to the list. */
  z.strictObject({ kind: z.literal("mail"), to: z.string(), subject: z.string(), body: z.string() }),
]);
export type Unsubscribe = z.infer<typeof Unsubscribe>;

/** What a reader should know before believing a message, the worst first. */
export const warningKinds = [
  /** It says to come from an own domain, and does not. */
  "own_domain",
  /** The sender's name holds another address: `name`. */
  "address_in_name",
  /** The sender's domain is easily taken for `name`. */
  "look_alike",
  /** The sender's domain mixes letters of several scripts. */
  "mixed_script",
  /** The sender has the name of somebody known, whose address is `name`. */
  "known_name",
  /** The sender has the name of the own organisation. */
  "own_name",
  /** Answers would go to another domain: `name`. */
  "reply_elsewhere",
] as const;
export const MessageWarning = z.strictObject({ kind: z.enum(warningKinds), name: z.string() });
export type MessageWarning = z.infer<typeof MessageWarning>;

/** What the server knows of the sender of a message. */
export const MessageTrust = z.object({
  authentication: Authentication.nullable(),
  unsubscribe: Unsubscribe.nullable(),
  warnings: z.array(MessageWarning),
  /** Whether pictures from the internet wait for a word of the reader, or the reader has given it for this sender or for all. */
  pictures: z.enum(["ask", "sender", "always"]),
});
export type MessageTrust = z.infer<typeof MessageTrust>;

const messageId = z.string().min(1).max(255);
const email = z.string().trim().toLowerCase().min(3).max(254);

/** Pictures of messages, by the addresses that stand in their HTML. */
export const SealPictures = z.strictObject({ urls: z.array(z.string().min(1).max(2048)).min(1).max(200) });
export type SealPictures = z.infer<typeof SealPictures>;

/** In the order of the addresses: where this session may load each from us for an hour. Null for what is no address of the web. */
export const SealedPictures = z.strictObject({ paths: z.array(z.string().nullable()) });
export type SealedPictures = z.infer<typeof SealedPictures>;

export const TrustSender = z.strictObject({ messageId });
export type TrustSender = z.infer<typeof TrustSender>;

export const DistrustSender = z.strictObject({ address: email });
export type DistrustSender = z.infer<typeof DistrustSender>;

/** Somebody who wrote, and when (ISO text): what came before is looked at. */
export const GetAcquaintance = z.strictObject({ address: email, before: z.iso.datetime().max(40) });
export type GetAcquaintance = z.infer<typeof GetAcquaintance>;

export const Acquaintance = z.strictObject({ isFirst: z.boolean() });
export type Acquaintance = z.infer<typeof Acquaintance>;

export const UnsubscribeFrom = z.strictObject({ messageId });
export type UnsubscribeFrom = z.infer<typeof UnsubscribeFrom>;

/** `refused`: the list's server said no, or sent us elsewhere; `unreachable`: it did not answer in time, or may not be called. */
export const Unsubscribed = z.strictObject({ outcome: z.enum(["done", "refused", "unreachable"]) });
export type Unsubscribed = z.infer<typeof Unsubscribed>;
