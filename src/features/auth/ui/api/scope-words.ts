import type { ApiScope } from "~/lib/api-scopes";
import { t } from "~/lib/i18n/t";

const keys = {
  "domains:read": "api.scope_domainsRead",
  "domains:write": "api.scope_domainsWrite",
  "users:read": "api.scope_usersRead",
  "users:write": "api.scope_usersWrite",
  "team:read": "api.scope_teamRead",
  "audit:read": "api.scope_auditRead",
  "webhooks:read": "api.scope_webhooksRead",
  "webhooks:write": "api.scope_webhooksWrite",
} as const satisfies Record<ApiScope, string>;

/** What a scope allows, in the reader's language. */
export const scopeText = (scope: ApiScope): string => t(keys[scope]);
