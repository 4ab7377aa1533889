/** The catalogue is split by the part of the product that speaks, so that a page downloads only the sentences it can show. */
export const areas = [
  ...(["common", "landing", "auth", "domains", "users", "webmail"] as const),
  ...(["security", "team", "tenant", "api", "webhooks", "audit", "account"] as const),
  ...(["checks", "guide", "dkim", "sight", "watch", "connect"] as const),
  ...(["people", "access", "addresses", "groups", "imports"] as const),
  ...(["usage", "delivery", "analytics", "guard"] as const),
  ...(["threads", "handling", "arranging", "reading", "parts", "previews", "composing", "drafts"] as const),
  ...(["outbox", "finding", "keys", "vacation", "preferences"] as const),
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
  admin: ["auth", "domains", "users", "analytics"],
  "admin/domains": ["checks", "guide", "dkim", "sight", "watch", "connect", "audit", "addresses", "usage"],
  "admin/users": ["people", "access", "addresses", "imports", "usage", "delivery", "guard"],
  "admin/groups": ["groups"],
  "admin/delivery": ["delivery"],
  "admin/analytics": ["analytics"],
  "admin/security": ["account", "security"],
  "admin/team": ["team"],
  "admin/settings": ["tenant", "watch", "usage"],
  "admin/api": ["api"],
  "admin/webhooks": ["webhooks"],
  "admin/audit": ["audit"],
  mail: ["webmail", "threads", "handling", "reading", "parts"],
  "mail/activity": ["audit"],
  "mail/settings": [
    "auth",
    "security",
    "access",
    "addresses",
    "delivery",
    "composing",
    "vacation",
    "preferences",
    "usage",
  ],
  "mail/forgot": ["access"],
  // It leads into the webmail, which is to appear with its words.
  welcome: ["auth", "access", "webmail", "threads", "handling", "reading", "parts"],
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

export const groups: readonly string[] = [...Object.keys(byPath), "unknown"];

/** Groups of areas that the page at `pathname` starts with: that of its first segment, then what its second one adds. */
export function groupsOf(pathname: string): string[] {
  const [first = "", second] = pathname.split("/").slice(1);
  return [groups.includes(first) ? first : "unknown", `${first}/${second}`].filter((group) => groups.includes(group));
}

/** What a group brings; that of a first segment has `common` with it. */
export const areasIn = (group: string): readonly Area[] =>
  group.includes("/") ? byPath[group]! : ["common", ...(byPath[group] ?? [])];

/** Areas that the page at `pathname` speaks in. */
export const areasOf = (pathname: string): Area[] => groupsOf(pathname).flatMap(areasIn);

/** What a build calls the file of a group, below the folder of a language. */
export const groupFile = (group: string): string => `of-${group.replace("/", "-") || "home"}.js`;
