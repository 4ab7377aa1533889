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
  /** Makes the mail engine agree with one row. */
  "engine.apply": z.strictObject({ tenantId: z.uuid(), kind: z.enum(["domain", "mail_user"]), id: z.uuid() }),
  /** Finds rows that the engine does not have yet and that no event brought there. */
  "engine.apply.sweep": nothing,
  /** Reads the engine's usage into the panel. */
  "email-quota-sync": nothing,
  /** Mails a link for a new password; the person may be nobody. */
  "auth.reset-link": z.strictObject({ personId: z.uuid() }),
  /** Sends one mail from the platform to a person. */
  "notice.send": z.strictObject({ noticeId: z.uuid() }),
  /** Erases a closed tenant whose time is over. */
  "tenant.erase": z.strictObject({ tenantId: z.uuid() }),
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
  /** Removes what is over: expired sessions with their engine keys, finished jobs. */
  prune: nothing,
} as const;

export type JobName = keyof typeof jobDefinitions;
export type JobPayload<N extends JobName> = z.infer<(typeof jobDefinitions)[N]>;
