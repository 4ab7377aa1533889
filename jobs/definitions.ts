import { z } from "zod";

const nothing = z.strictObject({});

/** Every job by name, with the payload it carries: ids only. The queue names of the outside world stay as they are known there. */
export const jobDefinitions = {
  /** Looks at the domain's DNS, proves ownership, moves its state. */
  "dns-verification": z.strictObject({ tenantId: z.uuid(), domainId: z.uuid() }),
  /** The same when its time has come and nobody waits for it. */
  "dns-verification.due": z.strictObject({ tenantId: z.uuid(), domainId: z.uuid() }),
  /** Finds domains whose next check is due. */
  "dns-verification.sweep": nothing,
  /** Brings a domain's signing keys to their next stage and publishes them where the operator has a zone for that. */
  "dkim.rotate": z.strictObject({ tenantId: z.uuid(), domainId: z.uuid() }),
  /** Finds domains with keys whose time has come. */
  "dkim.rotate.sweep": nothing,
  /** Does a change to a domain's DNS at its provider, or takes it back. */
  "dns.change": z.strictObject({ tenantId: z.uuid(), domainId: z.uuid(), changeId: z.uuid() }),
  /** Works on an import or a bulk action. */
  "run.work": z.strictObject({ tenantId: z.uuid(), runId: z.uuid() }),
  /** Finds such that are under way and have no job. */
  "run.work.sweep": nothing,
  /** Makes the mail engine agree with one row. */
  "engine.apply": z.strictObject({ tenantId: z.uuid(), kind: z.enum(["domain", "mail_user", "group"]), id: z.uuid() }),
  /** Brings new mailbox users there, many at a time. */
  "engine.apply.new": z.strictObject({ tenantId: z.uuid() }),
  /** Finds rows that the engine does not have yet and that no event brought there. */
  "engine.apply.sweep": nothing,
  /** Looks at what came for a group with a rule, and passes on what may pass. */
  "group.posts": z.strictObject({ tenantId: z.uuid(), groupId: z.uuid() }),
  /** Finds such posts, and groups that the engine should hear of although nobody changed them. */
  "group.sweep": nothing,
  /** Mails those who may decide that posts to a group wait. */
  "group.held-notice": z.strictObject({ tenantId: z.uuid(), groupId: z.uuid() }),
  /** Reads the engine's usage into the panel. */
  "email-quota-sync": nothing,
  /** Tells a mailbox user that the mailbox fills up. */
  "quota.warn": z.strictObject({ tenantId: z.uuid(), userId: z.uuid() }),
  /** Tells those who look after a tenant which mailboxes do. */
  "quota.alert": z.strictObject({ tenantId: z.uuid() }),
  /** Mails a link for a new password; the person may be nobody. */
  "auth.reset-link": z.strictObject({ personId: z.uuid() }),
  /** Mails a link for a new password to a mailbox's recovery address; the mailbox user may be nobody. */
  "mailbox.reset-link": z.strictObject({ tenantId: z.uuid(), userId: z.uuid(), locale: z.enum(["en", "de"]) }),
  /** Sends one mail from the platform to a person. */
  "notice.send": z.strictObject({ noticeId: z.uuid() }),
  /** Erases a closed tenant whose time is over. */
  "tenant.erase": z.strictObject({ tenantId: z.uuid() }),
  /** Finds deleted mailbox users whose time is over. */
  "user.erase.sweep": nothing,
  /** Finds domains whose `postmaster@` and `abuse@` nobody reads. */
  "role-address.sweep": nothing,
  /** Finds such tenants. */
  "tenant.erase.sweep": nothing,
  /** Brings a webhook what is due for it. */
  "webhook.deliver": z.strictObject({ tenantId: z.uuid(), webhookId: z.uuid() }),
  /** Finds deliveries that are due and that no job would bring. */
  "webhook.deliver.sweep": nothing,
  /** Mails what is the matter with a tenant's domains. */
  "domain.alert": z.strictObject({ tenantId: z.uuid() }),
  /** Finds tenants for whom such word has waited long enough. */
  "domain.alert.sweep": nothing,
  /** Mails the daily summary of a tenant's domains. */
  "domain.digest": z.strictObject({ tenantId: z.uuid() }),
  /** Finds tenants whose summary is due. */
  "domain.digest.sweep": nothing,
  /** Tells the mail server what the mailboxes of a domain may send. */
  "limits.apply": z.strictObject({ tenantId: z.uuid(), domainId: z.uuid() }),
  /** Finds domains of which it has that wrong. */
  "limits.sweep": nothing,
  /** Holds back, or lets go, what a paused mailbox sends over connections that are open already. */
  "guard.stop": z.strictObject({ tenantId: z.uuid(), userId: z.uuid() }),
  /** Adds the hours of mailbox users up to those of their domains. */
  "stats.roll": nothing,
  /** Compares mail under way with the mail server's queue, for what no event told. */
  "delivery.reconcile": nothing,
  /** Finds out what became of a mailbox user's messages of which nobody knows it. */
  "outbox.settle": z.strictObject({ tenantId: z.uuid(), userId: z.uuid() }),
  /** Finds mailbox users with such messages. */
  "outbox.sweep": nothing,
  /** Removes what is over: expired sessions with their engine keys, finished jobs. */
  prune: nothing,
} as const;

export type JobName = keyof typeof jobDefinitions;
export type JobPayload<N extends JobName> = z.infer<(typeof jobDefinitions)[N]>;
