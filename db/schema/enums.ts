/** Every status list of the schema; each is held by a check constraint of the same values. */
export const memberRoles = ["owner", "admin", "domain_admin", "viewer"] as const;
export const tenantStates = ["active", "suspended", "closed"] as const;
export const domainStates = [
  "pending_proof",
  "proven",
  "setting_up",
  "active",
  "attention",
  "broken",
  "proof_lost",
  "suspended",
  "releasing",
] as const;
export const recordStates = [
  "match",
  "match_inherited",
  "missing",
  "conflict",
  "stale",
  "unknown",
  "not_checked",
  "ignored",
] as const;
/** What the owner means to do: mail moves here now, later, or never does because the domain only sends. */
export const domainIntents = ["move_now", "move_later", "send_only"] as const;
/** Where the signing keys stand in DNS: typed in as TXT, or behind aliases into a zone of the operator, where they rotate by themselves. */
export const dkimModes = ["txt", "cname"] as const;
export const domainEventKinds = ["record", "state", "proof", "dkim", "change"] as const;
export const domainAlertKinds = [
  "broken",
  "attention",
  "proof_missing",
  "proof_lost",
  "recovered",
  "dkim_waiting",
  "name_below",
] as const;
export const dnsProviders = ["cloudflare", "domain_connect"] as const;
export const dnsChangeStates = ["planned", "applying", "applied", "failed", "undone"] as const;
export const mailUserStates = ["active", "suspended", "deleted"] as const;
export const dkimStages = ["pending", "active", "retiring", "retired"] as const;
export const jobStates = ["pending", "running", "done", "dead"] as const;
export const sessionKinds = ["member", "mailbox"] as const;
/** `cancelled`: called back before it left, and a draft again. */
export const submissionStates = ["sending", "sent", "refused", "unknown", "cancelled"] as const;

export const personTokenKinds = ["confirm_email", "reset_password", "change_email"] as const;
export const deliveryStates = ["pending", "delivered", "failed"] as const;
/** It answered 410, or nothing good for days. */
export const webhookOffReasons = ["gone", "failing"] as const;
export const addressHolders = ["mail_user", "alias", "group"] as const;
/** Who may write to a group: whoever likes, its members, or those members who are named. */
export const groupPostings = ["anyone", "members", "named"] as const;
export const groupPostStates = ["held", "passing", "passed", "rejected"] as const;
/** What a program may do with an app password: read and send, read only, send only. */
export const appPasswordScopes = ["mail", "read", "send"] as const;
export const mailboxTokenKinds = ["invite", "reset", "recovery_email"] as const;
export const runKinds = ["import", "bulk"] as const;
export const runStates = ["planned", "running", "done", "cancelled", "failed"] as const;
export const runRowStates = ["waiting", "created", "changed", "skipped", "failed"] as const;
/** `unreported`: it left the queue of the mail server, and nobody said how. */
export const mailDeliveryStates = [
  "queued",
  "deferred",
  "delivered",
  "failed",
  "cancelled",
  "expired",
  "unreported",
] as const;
export const guardSigns = ["rate", "fan_out", "bounces", "new_network", "failed_sign_ins"] as const;
export const guardStates = ["open", "released", "confirmed"] as const;
/** One total for all mailboxes of a tenant, or each its own. */
export const storageModes = ["per_user", "pooled"] as const;
export const noticeStates = ["pending", "kept"] as const;

export type MemberRole = (typeof memberRoles)[number];
export type TenantState = (typeof tenantStates)[number];
export type DomainState = (typeof domainStates)[number];
