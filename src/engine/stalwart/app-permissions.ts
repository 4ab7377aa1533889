import type { EngineAppScope } from "../engine-directory.ts";
import { named } from "./mail-permissions.ts";

const reading = [
  ...named(
    "imap",
    "Authenticate AclGet MyRights ListRights Append Capability Id Copy Move Create Delete Enable Expunge Fetch Idle List Lsub Namespace Rename Search Sort Select Examine Status Store Subscribe Thread",
  ),
  ...named("pop3", "Authenticate List Uidl Stat Retr Dele"),
  ...named("jmapMailbox", "Get Changes Query QueryChanges Create Update Destroy"),
  ...named("jmapThread", "Get Changes"),
  ...named("jmapEmail", "Get Changes Query QueryChanges Create Update Destroy Copy Import Parse"),
  ...named("jmapSearchSnippet", "Get"),
  ...named("jmapIdentity", "Get Changes"),
  ...named("jmapQuota", "Get Changes Query QueryChanges"),
  ...named("jmapBlob", "Get Copy Lookup Upload"),
  ...named("jmapPushSubscription", "Get Create Update Destroy"),
  "jmapCoreEcho",
];

/** SMTP asks for `emailSend`, JMAP for the others. */
const sending = ["emailSend", ...named("jmapEmailSubmission", "Get Changes Query QueryChanges Create Update Destroy")];

const filtering = [
  ...named(
    "sieve",
    "Authenticate ListScripts SetActive GetScript PutScript DeleteScript RenameScript CheckScript HaveSpace",
  ),
  ...named("jmapSieveScript", "Get Query Validate Create Update Destroy"),
  ...named("jmapVacationResponse", "Get Create Update Destroy"),
];

/**
 * What a program may do with an app password (Stalwart `x:Permission` names): `mail` is all that a mail program does, `read` sends
 * nothing, `send` reads nothing (a printer, a shop). None of them reaches the account's passwords or keys.
 */
export const appPermissions = {
  mail: ["authenticate", ...reading, ...sending, ...filtering],
  read: ["authenticate", ...reading],
  send: ["authenticate", "emailSend"],
} as const satisfies Record<EngineAppScope, readonly string[]>;
