import { onDnsVerification } from "./handlers/dns-verification";
import { onDnsVerificationSweep } from "./handlers/dns-verification-sweep";
import { onEmailQuotaSync } from "./handlers/email-quota-sync";
import { onEngineApply } from "./handlers/engine-apply";
import { onEngineApplySweep } from "./handlers/engine-apply-sweep";
import { onNoticeSend } from "./handlers/notice-send";
import { onPrune } from "./handlers/prune";
import type { Handlers } from "./start-worker";

export const handlers: Handlers = {
  "dns-verification": onDnsVerification,
  "dns-verification.sweep": onDnsVerificationSweep,
  "engine.apply": onEngineApply,
  "engine.apply.sweep": onEngineApplySweep,
  "email-quota-sync": onEmailQuotaSync,
  "notice.send": onNoticeSend,
  prune: onPrune,
};
