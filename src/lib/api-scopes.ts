/** What an API token may be given: `read` looks, `write` changes. */
export const apiScopes = [
  "domains:read",
  "domains:write",
  "users:read",
  "users:write",
  "team:read",
  "audit:read",
  "webhooks:read",
  "webhooks:write",
] as const;
export type ApiScope = (typeof apiScopes)[number];
