import type { failures } from "../../lib/errors";
import { errorBody } from "./error-body";
import type { MediaType, ResponseObject } from "./openapi-types";

export const about = {
  title: "DeftMail API",
  version: "1",
  description: [
    "Everything that the panel and the webmail do, for programs. Bodies are JSON; times are ISO 8601 in UTC; sizes are octets.",
    "**Who asks.** Send an API token as `Authorization: Bearer dmt_…`; members make tokens in the panel. Or sign in: the session is in cookies, and every call but `GET` then needs an `Origin` header with the address of this installation. With a token, cookies count for nothing.",
    "**Lists** come in pages of `limit` rows. `next` is in the answer as long as there is more: send it as `after`.",
    "**Repeating.** Send an `Idempotency-Key` with whatever makes something, and the same call can be sent again for a day: it is done once, and answered alike. Failures are not kept.",
    "**Errors** have one form. `key` does not change; `message` is one English sentence; `issues` name fields. After a 429, and a 409 with `request.in_progress`, wait as long as `Retry-After` says.",
  ].join("\n\n"),
};

export const tags = [
  { name: "auth", description: "Sign up, in and out as a member of a tenant." },
  { name: "domains", description: "Mail domains, what they should publish in DNS and what is found there." },
  { name: "users", description: "Mailbox users: the people who have mail under a domain." },
  { name: "aliases", description: "Other addresses of mailbox users." },
  { name: "groups", description: "Addresses that mail is passed on from to several people." },
  { name: "imports", description: "Bringing many mailbox users from a file." },
  { name: "runs", description: "What is being done to many mailbox users, one after the other." },
  { name: "storage", description: "How much of the plan's storage is used, and by whom." },
  { name: "deliveries", description: "What became of mail." },
  { name: "send-limits", description: "What may be sent, and what is left of it." },
  { name: "stats", description: "Figures of mail over time, and what needs a look." },
  { name: "webmail", description: "Mail itself, for the mailbox user who has signed in." },
  { name: "team", description: "Members and invitations." },
  { name: "tenant", description: "The tenant, and what its plan allows." },
  { name: "webhooks", description: "Events that are sent to servers of yours." },
  { name: "audit", description: "Who did what, when and from where." },
];

export const securitySchemes = {
  apiToken: {
    type: "http",
    scheme: "bearer",
    bearerFormat: "dmt_…",
    description: "An API token of a member or of the tenant.",
  },
  memberSession: {
    type: "apiKey",
    in: "cookie",
    name: "__Host-dm",
    description: "Set by signing in; `dm` without https.",
  },
  mailboxSession: {
    ...{ type: "apiKey", in: "cookie", name: "__Host-mail" },
    description: "Set by signing in to a mailbox; `mail` without https.",
  },
};

const json = (example: unknown): Record<string, MediaType> => ({
  "application/json": { schema: { $ref: "#/components/schemas/Error" }, example },
});
const retryAfter = {
  "Retry-After": { description: "Seconds to wait before trying again.", schema: { type: "integer" } },
};

const response = (
  description: string,
  key: keyof typeof failures,
  more: Parameters<typeof errorBody>[0] | object = {},
) => ({
  description,
  content: json(errorBody({ key, ...more })),
});

/** Under their status, as operations refer to them. */
export const errorResponses: Record<string, ResponseObject> = {
  Invalid: response("Something in the call is wrong; `issues` say what.", "request.invalid", {
    issues: [{ path: "limit", message: "Invalid input: expected number, received string" }],
  }),
  Unauthorized: response("Nobody is signed in, or the token is not valid (any more, or from here).", "auth.required"),
  Forbidden: response("The role or the scopes do not allow this.", "auth.scope_missing"),
  NotFound: response("There is no such thing, or it is another tenant's.", "domain.not_found"),
  Conflict: {
    ...response("It is taken, used, or something else must be done first.", "domain.already_added"),
    headers: retryAfter,
  },
  UnsupportedMediaType: response("The body is not JSON.", "request.media_type"),
  Refused: response("The mail server refused it; `reason` is what it said.", "submission.refused", {
    reason: "550 5.1.1 No such mailbox here",
  }),
  TooMany: {
    ...response("Too many calls.", "request.too_many", { retryAfterSeconds: 60 }),
    headers: retryAfter,
  },
  Unavailable: response("A service behind this one is not reachable right now.", "service.unavailable"),
  UnknownOutcome: response(
    "It is not known yet whether it was sent: ask again with the same key.",
    "submission.unknown_outcome",
  ),
};

/** Which status each of them has. */
export const errorStatus = {
  ...{ Invalid: 400, Unauthorized: 401, Forbidden: 403, NotFound: 404, Conflict: 409, UnsupportedMediaType: 415 },
  ...{ Refused: 422, TooMany: 429, Unavailable: 503, UnknownOutcome: 504 },
} as const;
export type ErrorName = keyof typeof errorStatus;
