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

type Role = "owner" | "admin" | "domain_admin" | "viewer";
const scopesByRole = {
  owner: apiScopes,
  admin: apiScopes,
  domain_admin: ["domains:read", "users:read", "users:write"],
  viewer: ["domains:read", "users:read", "team:read"],
} as const satisfies Record<Role, readonly ApiScope[]>;

/** What a token of a member with this role can be given: more would do nothing. */
export const scopesOf = (role: Role): readonly ApiScope[] => scopesByRole[role];
