import { onAuthResetLink } from "./handlers/auth-reset-link";
import { onDomainAlert } from "./handlers/domain-alert";
import { onDomainAlertSweep } from "./handlers/domain-alert-sweep";
import { onDomainDigest } from "./handlers/domain-digest";
import { onDomainDigestSweep } from "./handlers/domain-digest-sweep";
import { onDeliveryReconcile } from "./handlers/delivery-reconcile";
import { onDkimRotate } from "./handlers/dkim-rotate";
import { onDkimRotateSweep } from "./handlers/dkim-rotate-sweep";
import { onDnsChange } from "./handlers/dns-change";
import { onDnsVerification } from "./handlers/dns-verification";
import { onDnsVerificationSweep } from "./handlers/dns-verification-sweep";
import { onEmailQuotaSync } from "./handlers/email-quota-sync";
import { onEngineApply } from "./handlers/engine-apply";
import { onEngineApplyNew } from "./handlers/engine-apply-new";
import { onEngineApplySweep } from "./handlers/engine-apply-sweep";
import { onLimitsApply } from "./handlers/limits-apply";
import { onLimitsSweep } from "./handlers/limits-sweep";
import { onMailboxResetLink } from "./handlers/mailbox-reset-link";
import { onGroupHeldNotice } from "./handlers/group-held-notice";
import { onGroupPosts } from "./handlers/group-posts";
import { onGroupSweep } from "./handlers/group-sweep";
import { onNoticeSend } from "./handlers/notice-send";
import { onOutboxSettle } from "./handlers/outbox-settle";
import { onOutboxSweep } from "./handlers/outbox-sweep";
import { onPrune } from "./handlers/prune";
import { onRunWork } from "./handlers/run-work";
import { onRunWorkSweep } from "./handlers/run-work-sweep";
import { onQuotaAlert } from "./handlers/quota-alert";
import { onQuotaWarn } from "./handlers/quota-warn";
import { onTenantErase } from "./handlers/tenant-erase";
import { onTenantEraseSweep } from "./handlers/tenant-erase-sweep";
import { onWebhookDeliver } from "./handlers/webhook-deliver";
import { onWebhookDeliverSweep } from "./handlers/webhook-deliver-sweep";
import { onGuardStop } from "./handlers/guard-stop";
import { onStatsRoll } from "./handlers/stats-roll";
import { onRoleAddressSweep } from "./handlers/role-address-sweep";
import { onUserEraseSweep } from "./handlers/user-erase-sweep";
import type { Handlers } from "./start-worker";

export const handlers: Handlers = {
  "dns-verification": onDnsVerification,
  "dns-verification.due": onDnsVerification,
  "dns-verification.sweep": onDnsVerificationSweep,
  "dkim.rotate": onDkimRotate,
  "dkim.rotate.sweep": onDkimRotateSweep,
  "dns.change": onDnsChange,
  "run.work": onRunWork,
  "run.work.sweep": onRunWorkSweep,
  "engine.apply": onEngineApply,
  "engine.apply.new": onEngineApplyNew,
  "engine.apply.sweep": onEngineApplySweep,
  "group.posts": onGroupPosts,
  "group.sweep": onGroupSweep,
  "group.held-notice": onGroupHeldNotice,
  "email-quota-sync": onEmailQuotaSync,
  "quota.warn": onQuotaWarn,
  "quota.alert": onQuotaAlert,
  "auth.reset-link": onAuthResetLink,
  "mailbox.reset-link": onMailboxResetLink,
  "notice.send": onNoticeSend,
  "tenant.erase": onTenantErase,
  "tenant.erase.sweep": onTenantEraseSweep,
  "user.erase.sweep": onUserEraseSweep,
  "role-address.sweep": onRoleAddressSweep,
  "webhook.deliver": onWebhookDeliver,
  "webhook.deliver.sweep": onWebhookDeliverSweep,
  "domain.alert": onDomainAlert,
  "domain.alert.sweep": onDomainAlertSweep,
  "domain.digest": onDomainDigest,
  "domain.digest.sweep": onDomainDigestSweep,
  "guard.stop": onGuardStop,
  "limits.apply": onLimitsApply,
  "limits.sweep": onLimitsSweep,
  "stats.roll": onStatsRoll,
  "delivery.reconcile": onDeliveryReconcile,
  "outbox.settle": onOutboxSettle,
  "outbox.sweep": onOutboxSweep,
  prune: onPrune,
};
