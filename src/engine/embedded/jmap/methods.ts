import type { MethodHandler } from "../seams";
import { capability } from "./capabilities";
import { emailGet } from "./email/email-get";
import { emailImport } from "./email/email-import";
import { emailQuery } from "./email/email-query";
import { emailSet } from "./email/email-set";
import { changesMethod } from "./get-changes";
import type { Jmap, MethodFactory } from "./jmap";
import { identityGet } from "./identity/identity-get";
import { identitySet } from "./identity/identity-set";
import { mailboxGet } from "./mailbox/mailbox-get";
import { mailboxSet } from "./mailbox/mailbox-set";
import { submissionGet } from "./submission/submission-get";
import { submissionSet } from "./submission/submission-set";
import { threadGet } from "./thread/thread-get";

/** A method with the capability that `using` must name for it. */
export type Method = { capability: string; handler: MethodHandler };

const coreEcho: MethodFactory = () => async (_, args) => args;

const table: Record<string, Record<string, MethodFactory>> = {
  [capability.core]: { "Core/echo": coreEcho },
  [capability.mail]: {
    "Mailbox/get": mailboxGet,
    "Mailbox/changes": changesMethod("Mailbox"),
    "Mailbox/set": mailboxSet,
    "Thread/get": threadGet,
    "Thread/changes": changesMethod("Thread"),
    "Email/get": emailGet,
    "Email/changes": changesMethod("Email"),
    "Email/query": emailQuery,
    "Email/set": emailSet,
    "Email/import": emailImport,
  },
  [capability.submission]: {
    "Identity/get": identityGet,
    "Identity/changes": changesMethod("Identity"),
    "Identity/set": identitySet,
    "EmailSubmission/get": submissionGet,
    "EmailSubmission/changes": changesMethod("EmailSubmission"),
    "EmailSubmission/set": submissionSet,
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
