import type { Mail } from "../mail/mail";
import type { Directory, MailQueue, MailStore, MethodHandler } from "../seams";

/** What the JMAP methods work with. */
export type Jmap = {
  mail: Mail;
  store: MailStore;
  directory: Directory;
  queue: MailQueue;
};

/** Makes a method's handler for an engine. */
export type MethodFactory = (jmap: Jmap) => MethodHandler;

/** Limits of the core capability (RFC 8620 section 2); sizes in bytes. */
export const coreLimits = {
  maxSizeUpload: 50_000_000,
  maxConcurrentUpload: 4,
  maxSizeRequest: 10_000_000,
  maxConcurrentRequests: 4,
  maxCallsInRequest: 16,
  maxObjectsInGet: 500,
  maxObjectsInSet: 500,
};

/** Most ids a query answers and most changes a /changes method lists. */
export const maxQueryResults = 5000;
export const maxChangesResults = 5000;
