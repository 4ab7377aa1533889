import type { MethodHandler } from "../seams";
import { blobCopy } from "./blob/blob-copy";
import { blobGet } from "./blob/blob-get";
import { blobLookup } from "./blob/blob-lookup";
import { blobUpload } from "./blob/blob-upload";
import { capability } from "./capabilities";
import { emailCopy } from "./email/email-copy";
import { emailGet } from "./email/email-get";
import { emailImport } from "./email/email-import";
import { emailParse } from "./email/email-parse";
import { emailQuery } from "./email/email-query";
import { emailQueryChanges } from "./email/email-query-changes";
import { emailSet } from "./email/email-set";
import { changesMethod } from "./get-changes";
import { identityGet } from "./identity/identity-get";
import { identitySet } from "./identity/identity-set";
import type { Jmap, MethodFactory } from "./jmap";
import { mailboxGet } from "./mailbox/mailbox-get";
import { mailboxQuery, mailboxQueryChanges } from "./mailbox/mailbox-query";
import { mailboxSet } from "./mailbox/mailbox-set";
import { pushSubscriptionGet, pushSubscriptionSet } from "./push/push-subscription";
import { quotaChanges, quotaGet, quotaQuery, quotaQueryChanges } from "./quota/quota";
import { searchSnippetGet } from "./search-snippet/search-snippet-get";
import { sieveGet, sieveQuery, sieveValidate } from "./sieve/sieve-get";
import { sieveSet } from "./sieve/sieve-set";
import { submissionGet } from "./submission/submission-get";
import { submissionQuery, submissionQueryChanges } from "./submission/submission-query";
import { submissionSet } from "./submission/submission-set";
import { threadGet } from "./thread/thread-get";
import { vacationGet, vacationSet } from "./vacation/vacation-response";

/** A method with the capability that `using` must name for it. */
export type Method = { capability: string; handler: MethodHandler };

const coreEcho: MethodFactory = () => async (_, args) => args;

const table: Record<string, Record<string, MethodFactory>> = {
  [capability.core]: {
    "Core/echo": coreEcho,
    "Blob/copy": blobCopy,
    "PushSubscription/get": pushSubscriptionGet,
    "PushSubscription/set": pushSubscriptionSet,
  },
  [capability.mail]: {
    "Mailbox/get": mailboxGet,
    "Mailbox/changes": changesMethod("Mailbox"),
    "Mailbox/query": mailboxQuery,
    "Mailbox/queryChanges": mailboxQueryChanges,
    "Mailbox/set": mailboxSet,
    "Thread/get": threadGet,
    "Thread/changes": changesMethod("Thread"),
    "Email/get": emailGet,
    "Email/changes": changesMethod("Email"),
    "Email/query": emailQuery,
    "Email/queryChanges": emailQueryChanges,
    "Email/set": emailSet,
    "Email/copy": emailCopy,
    "Email/import": emailImport,
    "Email/parse": emailParse,
    "SearchSnippet/get": searchSnippetGet,
  },
  [capability.submission]: {
    "Identity/get": identityGet,
    "Identity/changes": changesMethod("Identity"),
    "Identity/set": identitySet,
    "EmailSubmission/get": submissionGet,
    "EmailSubmission/changes": changesMethod("EmailSubmission"),
    "EmailSubmission/query": submissionQuery,
    "EmailSubmission/queryChanges": submissionQueryChanges,
    "EmailSubmission/set": submissionSet,
  },
  [capability.vacation]: { "VacationResponse/get": vacationGet, "VacationResponse/set": vacationSet },
  [capability.quota]: {
    "Quota/get": quotaGet,
    "Quota/changes": quotaChanges,
    "Quota/query": quotaQuery,
    "Quota/queryChanges": quotaQueryChanges,
  },
  [capability.blob]: { "Blob/upload": blobUpload, "Blob/get": blobGet, "Blob/lookup": blobLookup },
  [capability.sieve]: {
    "SieveScript/get": sieveGet,
    "SieveScript/set": sieveSet,
    "SieveScript/query": sieveQuery,
    "SieveScript/validate": sieveValidate,
  },
};

/** The methods of an engine by name. */
export function createMethods(jmap: Jmap): Map<string, Method> {
  const methods = new Map<string, Method>();
  for (const [urn, factories] of Object.entries(table)) {
    for (const [name, factory] of Object.entries(factories))
      methods.set(name, { capability: urn, handler: factory(jmap) });
  }
  return methods;
}
