/**
 * What a mailbox user's session key may do (Stalwart `x:Permission` names): that person's mail and nothing else. No password, key or
 * principal is within reach of a stolen session. `authenticate` is what lets the key sign in at all.
 */
export const mailPermissions: readonly string[] = [
  "authenticate",
  "jmapCoreEcho",
  ...named("jmapMailbox", "Get Changes Query QueryChanges Create Update Destroy"),
  ...named("jmapThread", "Get Changes"),
  ...named("jmapEmail", "Get Changes Query QueryChanges Create Update Destroy Copy Import Parse"),
  ...named("jmapEmailSubmission", "Get Changes Query QueryChanges Create Update Destroy"),
  ...named("jmapSearchSnippet", "Get"),
  ...named("jmapIdentity", "Get Changes Create Update Destroy"),
  ...named("jmapVacationResponse", "Get Create Update Destroy"),
  ...named("jmapSieveScript", "Get Query Validate Create Update Destroy"),
  ...named("jmapQuota", "Get Changes Query QueryChanges"),
  ...named("jmapBlob", "Get Copy Lookup Upload"),
  ...named("jmapPushSubscription", "Get Create Update Destroy"),
  ...named("sysAccountSettings", "Get Update"),
];

/** Permission names that share a beginning. */
export function named(prefix: string, endings: string): string[] {
  return endings.split(" ").map((ending) => prefix + ending);
}
