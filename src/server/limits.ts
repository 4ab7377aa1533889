/** How many times in how many seconds. */
export type Limit = { points: number; duration: number };

const minute = 60;
const hour = 3600;
const day = 86_400;

/**
 * How often what may be done, by name; keys are an address, an account or a tenant, named by the caller, and of an address whose rule ends
 * in `.ip` or `.network` the network counts. Where there are several windows the wait grows with the attempts.
 */
export const limits = {
  "sign-up.ip": { points: 10, duration: hour },
  "sign-up.network": { points: 60, duration: hour },
  /** Sign-ins that may be guesses: by the network that they come from, however many accounts they are for … */
  "sign-in.ip": [
    { points: 30, duration: 5 * minute },
    { points: 150, duration: hour },
    { points: 600, duration: day },
  ],
  "sign-in.network": [
    { points: 120, duration: 5 * minute },
    { points: 600, duration: hour },
  ],
  /** … by one account in one network, where the wait grows, for it hinders nobody else … */
  "sign-in.pair": [
    { points: 30, duration: hour },
    { points: 100, duration: day },
  ],
  /** … and by account from wherever: short, for it hinders its owner in a browser that is not known yet. */
  "sign-in.account": { points: 10, duration: 5 * minute },
  "sign-in.device": [
    { points: 10, duration: 5 * minute },
    { points: 30, duration: hour },
  ],
  "second-factor.minute": { points: 5, duration: minute },
  "second-factor.hour": { points: 15, duration: hour },
  "second-factor.day": { points: 40, duration: day },
  "provider.ip": { points: 60, duration: 5 * minute },
  "provider.visit": { points: 1, duration: 10 * minute },
  /** Opening links that were mailed, and asking for them: by network, by person, and how often a password may be guessed at one. */
  "link.ip": { points: 60, duration: 10 * minute },
  "link.person": { points: 5, duration: 30 * minute },
  "link.password": { points: 10, duration: 10 * minute },
  "reset.ip": { points: 15, duration: 30 * minute },
  "reset.account": { points: 5, duration: 30 * minute },
  "domain-check": { points: 1, duration: 10 },
  "domain-check.tenant": { points: 60, duration: 5 * minute },
  /** Each asks a handful of servers; a page with twelve records looks six times a minute. */
  "domain-sight.tenant": { points: 600, duration: minute },
  /** Each makes a key of 2048 bits. */
  "domain-add.tenant": { points: 100, duration: hour },
  /** One name: whoever gives it up and takes it back over and over has to rest in between. */
  "domain-add.name": { points: 5, duration: 10 * minute },
  /** Each reads a whole zone at its provider. */
  "dns-plan.tenant": { points: 30, duration: 5 * minute },
  /** Each calls a stranger's server. */
  "dns-discover.tenant": { points: 60, duration: 5 * minute },
  "share-create.tenant": { points: 60, duration: hour },
  /** A page that is open asks four times a minute. */
  "share.ip": { points: 120, duration: 10 * minute },
  /** Each makes a key too. */
  "dkim-key": { points: 6, duration: hour },
  "dkim-key.tenant": { points: 60, duration: hour },
  "search.tenant": { points: 120, duration: minute },
  /** Results come as one types. */
  "search.mailbox": { points: 600, duration: minute },
  /** Each may touch everybody. */
  "bulk.tenant": { points: 60, duration: 10 * minute },
  "invite.tenant": { points: 50, duration: hour },
  "invite.address": { points: 5, duration: hour },
  "invitation.ip": { points: 60, duration: 10 * minute },
  "webhook-test": { points: 60, duration: 5 * minute },
  "tenant-create": { points: 5, duration: day },
  "tenant-export": { points: 5, duration: hour },
  "export.member": { points: 30, duration: hour },
  /** Each calls a stranger's server; a newsletter has some dozens of pictures. */
  "pictures.mailbox": { points: 3000, duration: 10 * minute },
  /** Each is a search, and asked once for each message that is read first. */
  "acquaintance.mailbox": { points: 600, duration: 10 * minute },
  "unsubscribe.mailbox": { points: 60, duration: hour },
  /** Files that were attached, and drafts: while somebody writes, one every few seconds. */
  "file.mailbox": { points: 600, duration: hour },
  "draft.mailbox": { points: 1200, duration: hour },
  "send.mailbox": { points: 100, duration: hour },
  "send.tenant": { points: 2000, duration: hour },
} as const satisfies Record<string, Limit | readonly Limit[]>;

export type RateLimitRule = keyof typeof limits;
