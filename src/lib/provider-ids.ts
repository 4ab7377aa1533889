/** Whoever people may sign in with instead of a password. */
export const providerIds = ["google", "microsoft", "github", "oidc"] as const;
export type ProviderId = (typeof providerIds)[number];
