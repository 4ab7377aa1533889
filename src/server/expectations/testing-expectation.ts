import type { MemberRole } from "../../../db/schema/enums";
import type { ApiScope } from "../../lib/api-scopes";

/** Names of everything that a procedure may be asked for by id. */
export const idNames = [
  ...(["tenantId", "domainId", "userId", "memberId", "personId", "sessionId", "passkeyId", "identityId"] as const),
  ...(["invitationId", "tokenId", "webhookId", "deliveryId", "eventId", "auditId", "noticeId", "shareId"] as const),
  ...([
    "aliasId",
    "groupId",
    "groupMemberId",
    "postId",
    "appPasswordId",
    "runId",
    "mailDeliveryId",
    "guardCaseId",
    "labelId",
    "signatureId",
    "fileId",
    "submissionId",
  ] as const),
  ...(["changeId", "mailboxId", "threadId", "messageId", "blobId"] as const),
] as const;
export type IdName = (typeof idNames)[number];
export type Ids = Record<IdName, string>;

/** What is expected of one procedure whoever calls it: the tests of isolation and of hostile input are generated from it. */
export type Expectation = {
  /** Which procedure it is built on; `anyone` for those without a session. */
  who: "anyone" | "member" | "tenant" | "mailbox";
  /** Members of these roles may call it, all others get `auth.role_too_low`. Without it: every member. */
  roles?: readonly MemberRole[];
  /** Built on `freshProcedure`. */
  isFresh?: true;
  /** Same as `meta.scope`; without one no API token may call it. */
  scope?: ApiScope;
  /** Same as `meta.isOpenToRestricted`. */
  isOpenToRestricted?: true;
  /** An input of the right form with every field that there is; each id in it comes from `ids`. */
  input?: (ids: Ids) => Record<string, unknown>;
  /** Ids of its input are numbered within one mailbox, so another's may be one's own: foreign and random ones may answer unlike. */
  idsAreLocal?: true;
};

/** One row for each procedure of an area, by its path in the router. */
export type Expectations = Record<string, Expectation>;

export const everyRole = ["owner", "admin", "domain_admin", "viewer"] as const satisfies readonly MemberRole[];
/** Those who may change what belongs to the whole tenant. */
export const administrators = ["owner", "admin"] as const satisfies readonly MemberRole[];
/** Those who may change mailbox users; a `domain_admin` those of the own domains. */
export const userAdministrators = ["owner", "admin", "domain_admin"] as const satisfies readonly MemberRole[];

/** Ids that nobody has. */
export const nobodysIds = (): Ids =>
  Object.fromEntries(
    idNames.map((name) => [name, /^(mailbox|thread|message|blob)Id$/.test(name) ? "zzzzz" : Bun.randomUUIDv7()]),
  ) as Ids;

export const goodPassword = "a long walk at dusk";
