const expand = (prefix: string, table: Record<string, string>): string[] =>
  Object.entries(table).flatMap(([object, verbs]) => verbs.split(" ").map((verb) => `${prefix}${object}${verb}`));

const jmap = expand("jmap", {
  Core: "Echo",
  Mailbox: "Get Changes Query QueryChanges Create Update Destroy",
  Thread: "Get Changes",
  Email: "Get Changes Query QueryChanges Create Update Destroy Copy Import Parse",
  SearchSnippet: "Get",
  Identity: "Get Changes Create Update Destroy",
  EmailSubmission: "Get Changes Query QueryChanges Create Update Destroy",
  VacationResponse: "Get Create Update Destroy",
  SieveScript: "Get Query Validate Create Update Destroy",
  Quota: "Get Changes Query QueryChanges",
  Blob: "Get Copy Lookup Upload",
  PushSubscription: "Get Create Update Destroy",
  Principal: "Get Changes Query QueryChanges",
});

/** Protocols that this engine does not speak; a credential may name them all the same. */
const otherProtocols = expand("", {
  imap: "Authenticate AclGet AclSet MyRights ListRights Append Capability Id Copy Move Create Delete Enable Expunge Fetch Idle List Lsub Namespace Rename Search Sort Select Examine Status Store Subscribe Thread",
  pop3: "Authenticate List Uidl Stat Retr Dele",
  sieve: "Authenticate ListScripts SetActive GetScript PutScript DeleteScript RenameScript CheckScript HaveSpace",
});

const davPrincipal = ["davPrincipalList", "davPrincipalMatch", "davPrincipalSearch", "davPrincipalSearchPropSet"];

const ownSettings = expand("sys", {
  AccountSettings: "Get Update",
  AccountPassword: "Get Update",
  ApiKey: "Get Query Create Update Destroy",
  AppPassword: "Get Query Create Update Destroy",
});

const administration = expand("sys", {
  Domain: "Get Query Create Update Destroy",
  DkimSignature: "Get Query Create Update Destroy",
  Account: "Get Query Create Update Destroy",
  MailingList: "Get Query Create Update Destroy",
  Role: "Get Query Create Update Destroy",
  QueuedMessage: "Get Query Update Destroy",
  WebHook: "Get Query Create Update Destroy",
  MtaInboundThrottle: "Get Query Create Update Destroy",
  Action: "Create",
  SystemSettings: "Get Update",
  Authentication: "Get Update",
});

/** What a mailbox user may do by default, the principal queries included (a multi-tenant host takes those away). */
export const userPermissions: readonly string[] = [
  "authenticate",
  "emailSend",
  "emailReceive",
  ...jmap,
  ...otherProtocols,
  ...davPrincipal,
  ...ownSettings,
];

/** A group is a mailbox that nobody signs in to. */
export const groupPermissions: readonly string[] = ["emailReceive"];

/** Management without any right on mail of its own, but `impersonate` reaches every account. */
export const administratorPermissions: readonly string[] = [
  "authenticate",
  "impersonate",
  "unlimitedRequests",
  ...ownSettings,
  ...administration,
  "actionReloadSettings",
  "actionPauseMtaQueue",
  "actionResumeMtaQueue",
];

/** Every permission that this engine knows, in Stalwart's camelCase names: `sys` or `jmap`, the object, the verb. */
export const allPermissions: ReadonlySet<string> = new Set([...userPermissions, ...administratorPermissions]);
