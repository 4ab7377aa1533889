/** The catalogue is split by the part of the product that speaks, so that a page downloads only the sentences it can show. */
export const areas = [
  ...(["common", "landing", "auth", "domains", "users", "webmail"] as const),
  ...(["security", "team", "tenant", "api", "webhooks", "audit", "account"] as const),
  ...(["checks", "guide", "dkim", "sight", "watch", "connect"] as const),
  /** Mail from the platform: only the server speaks it. */
  "notices",
] as const;
export type Area = (typeof areas)[number];

/**
 * First segments of a path -> areas beyond `common`; what stands under more segments adds to what stands under fewer. A path that is
 * missing here still works: its area is fetched when first used.
 */
const byPath: Record<string, readonly Area[]> = {
  "": ["landing"],
  admin: ["auth", "domains", "users"],
  "admin/domains": ["checks", "guide", "dkim", "sight", "watch", "connect"],
  "admin/security": ["account", "security"],
  "admin/team": ["team"],
  "admin/settings": ["tenant", "watch"],
  "admin/api": ["api"],
  "admin/webhooks": ["webhooks"],
  "admin/audit": ["audit"],
  mail: ["webmail"],
  "mail/activity": ["audit"],
  login: ["auth"],
  "second-factor": ["auth", "security"],
  signup: ["auth"],
  auth: ["auth"],
  confirm: ["auth", "account"],
  forgot: ["auth", "account"],
  reset: ["auth", "account"],
  trial: ["auth", "account"],
  dns: ["auth", "domains", "checks", "guide"],
  docs: ["api"],
  invite: ["auth", "team"],
  reopen: ["auth", "tenant"],
};

/** Areas that the page at `pathname` speaks in. */
export function areasOf(pathname: string): Area[] {
  const [first = "", second] = pathname.split("/").slice(1);
  const below = second ? (byPath[`${first}/${second}`] ?? []) : [];
  return ["common", ...(byPath[first] ?? []), ...below];
}
