import { onAuthResetLink } from "./handlers/auth-reset-link";
import { onDomainAlert } from "./handlers/domain-alert";
import { onDomainAlertSweep } from "./handlers/domain-alert-sweep";
import { onDomainDigest } from "./handlers/domain-digest";
import { onDomainDigestSweep } from "./handlers/domain-digest-sweep";
import { onDkimRotate } from "./handlers/dkim-rotate";
import { onDkimRotateSweep } from "./handlers/dkim-rotate-sweep";
import { onDnsChange } from "./handlers/dns-change";
import { onDnsVerification } from "./handlers/dns-verification";
import { onDnsVerificationSweep } from "./handlers/dns-verification-sweep";
import { onEmailQuotaSync } from "./handlers/email-quota-sync";
import { onEngineApply } from "./handlers/engine-apply";
import { onEngineApplySweep } from "./handlers/engine-apply-sweep";
import { onNoticeSend } from "./handlers/notice-send";
import { onPrune } from "./handlers/prune";
import { onTenantErase } from "./handlers/tenant-erase";
import { onTenantEraseSweep } from "./handlers/tenant-erase-sweep";
import { onWebhookDeliver } from "./handlers/webhook-deliver";
import { onWebhookDeliverSweep } from "./handlers/webhook-deliver-sweep";
import type { Handlers } from "./start-worker";

export const handlers: Handlers = {
  "dns-verification": onDnsVerification,
  "dns-verification.due": onDnsVerification,
  "dns-verification.sweep": onDnsVerificationSweep,
  "dkim.rotate": onDkimRotate,
  "dkim.rotate.sweep": onDkimRotateSweep,
  "dns.change": onDnsChange,
  "engine.apply": onEngineApply,
  "engine.apply.sweep": onEngineApplySweep,
  "email-quota-sync": onEmailQuotaSync,
  "auth.reset-link": onAuthResetLink,
  "notice.send": onNoticeSend,
  "tenant.erase": onTenantErase,
  "tenant.erase.sweep": onTenantEraseSweep,
  "webhook.deliver": onWebhookDeliver,
  "webhook.deliver.sweep": onWebhookDeliverSweep,
  "domain.alert": onDomainAlert,
  "domain.alert.sweep": onDomainAlertSweep,
  "domain.digest": onDomainDigest,
  "domain.digest.sweep": onDomainDigestSweep,
  prune: onPrune,
};
