/**
 * The one catalogue of expected failures. The key travels to the browser, which words it in the reader's language; `code` is the
 * tRPC code (and so the HTTP status), `text` the English sentence for scripts and the API.
 */
export const failures = {
  "auth.required": { code: "UNAUTHORIZED", text: "Sign in to continue." },
  "auth.wrong_credentials": { code: "UNAUTHORIZED", text: "The e-mail address or the password is wrong." },
  "auth.role_too_low": { code: "FORBIDDEN", text: "Your role does not allow this." },
  "auth.email_taken": { code: "CONFLICT", text: "There is already an account with this e-mail address." },
  "auth.weak_password": { code: "BAD_REQUEST", text: "This password is too easy to guess." },
  "auth.second_factor_wrong": { code: "UNAUTHORIZED", text: "This code is not right, or was used before." },
  "auth.passkey_refused": { code: "UNAUTHORIZED", text: "This passkey is not known here, or was not accepted." },
  "auth.sign_in_expired": { code: "UNAUTHORIZED", text: "This took too long, or was done before: begin again." },
  "auth.second_factor_required": { code: "FORBIDDEN", text: "Your tenant asks for a second factor: add one first." },
  "auth.reauth_required": { code: "FORBIDDEN", text: "Prove again who you are, then repeat this." },
  "auth.scope_missing": { code: "FORBIDDEN", text: "This API token may not do this." },
  "auth.link_invalid": { code: "NOT_FOUND", text: "This link was used before, has expired or was never valid." },
  "auth.not_confirmed": { code: "PRECONDITION_FAILED", text: "Confirm your e-mail address first." },
  "auth.provider_refused": { code: "UNAUTHORIZED", text: "The sign-in at the other provider did not succeed." },
  "auth.no_second_factor": { code: "CONFLICT", text: "Add an authenticator app or a passkey first." },
  "auth.last_way_in": { code: "CONFLICT", text: "This is your last way to sign in: add another one first." },
  "auth.cross_site": { code: "FORBIDDEN", text: "The request came from another site." },
  "request.invalid": { code: "BAD_REQUEST", text: "Some fields need another look." },
  "request.not_found": { code: "NOT_FOUND", text: "There is nothing here." },
  "request.method_refused": { code: "METHOD_NOT_SUPPORTED", text: "This cannot be done here by that method." },
  "request.media_type": { code: "UNSUPPORTED_MEDIA_TYPE", text: "Send the body as application/json." },
  "request.key_reused": { code: "CONFLICT", text: "This Idempotency-Key was used for another request." },
  "request.in_progress": { code: "CONFLICT", text: "The first request with this Idempotency-Key is still running." },
  "request.too_many": { code: "TOO_MANY_REQUESTS", text: "Too many attempts. Wait a moment and try again." },
  "tenant.suspended": { code: "FORBIDDEN", text: "This tenant is suspended." },
  "tenant.closed": { code: "FORBIDDEN", text: "This tenant is closed." },
  "tenant.not_found": { code: "NOT_FOUND", text: "There is no such tenant." },
  "member.not_found": { code: "NOT_FOUND", text: "There is no such member." },
  "member.last_owner": { code: "CONFLICT", text: "A tenant needs an owner: make somebody else an owner first." },
  "member.already_there": { code: "CONFLICT", text: "This person is a member already." },
  "invitation.not_found": { code: "NOT_FOUND", text: "There is no such invitation." },
  "invitation.other_address": { code: "FORBIDDEN", text: "This invitation is for another address: sign out first." },
  "token.not_found": { code: "NOT_FOUND", text: "There is no such API token." },
  "session.not_found": { code: "NOT_FOUND", text: "There is no such session." },
  "passkey.not_found": { code: "NOT_FOUND", text: "There is no such passkey." },
  "identity.not_found": { code: "NOT_FOUND", text: "There is no such way to sign in." },
  "webhook.not_found": { code: "NOT_FOUND", text: "There is no such webhook." },
  "webhook.switched_off": { code: "CONFLICT", text: "This webhook is switched off: switch it on first." },
  "delivery.not_found": { code: "NOT_FOUND", text: "There is no such delivery." },
  "webhook.url_refused": { code: "BAD_REQUEST", text: "This address cannot be used for a webhook." },
  "domain.not_found": { code: "NOT_FOUND", text: "There is no such domain." },
  "domain.taken": { code: "CONFLICT", text: "Another account has already proven that it owns this domain." },
  "domain.already_added": { code: "CONFLICT", text: "You have already added this domain." },
  "domain.name_refused": { code: "BAD_REQUEST", text: "This name cannot be used as a mail domain." },
  "domain.not_active": {
    code: "PRECONDITION_FAILED",
    text: "The domain is not active yet: finish its DNS records first.",
  },
  "domain.has_users": { code: "CONFLICT", text: "Delete the domain's mailbox users first." },
  "domain.record_needed": { code: "CONFLICT", text: "The domain cannot do without this record." },
  "domain.no_local_zone": { code: "PRECONDITION_FAILED", text: "Only names under .test can be published from here." },
  "dkim.already_there": { code: "CONFLICT", text: "This domain has a key of this kind already." },
  "dkim.none_signs": { code: "CONFLICT", text: "This domain has no key of this kind that signs yet." },
  "dkim.rotation_running": { code: "CONFLICT", text: "A new key waits already." },
  "dkim.in_transit": { code: "CONFLICT", text: "Mail under way is still signed with the key before: wait a week." },
  "dkim.nothing_waits": { code: "CONFLICT", text: "No new key waits that could be given up." },
  "dkim.no_zone": { code: "PRECONDITION_FAILED", text: "This installation has no zone for signing keys." },
  "dns.token_needed": { code: "PRECONDITION_FAILED", text: "Give a token of the DNS provider first." },
  "dns.refused": { code: "PRECONDITION_FAILED", text: "The DNS provider refuses this token." },
  "dns.zone_not_found": { code: "PRECONDITION_FAILED", text: "This token reaches no zone that the domain lies in." },
  "dns.zone_inactive": {
    code: "PRECONDITION_FAILED",
    text: "The provider has the zone, but the domain's name servers lead elsewhere.",
  },
  "dns.unavailable": { code: "SERVICE_UNAVAILABLE", text: "The DNS provider cannot be reached right now." },
  "dns.plan_stale": { code: "CONFLICT", text: "This preview is too old, or was used: look at the zone again." },
  "dns.change_running": { code: "CONFLICT", text: "A change to this domain's DNS is still under way." },
  "user.not_found": { code: "NOT_FOUND", text: "There is no such mailbox user." },
  "user.address_taken": { code: "CONFLICT", text: "This address is already in use." },
  "user.address_invalid": { code: "BAD_REQUEST", text: "This is not a valid mailbox name." },
  "user.suspended": { code: "FORBIDDEN", text: "This mailbox is suspended." },
  "tenant.limit_reached": { code: "CONFLICT", text: "Your plan's limit is reached." },
  "message.not_found": { code: "NOT_FOUND", text: "There is no such message." },
  "mailbox.not_found": { code: "NOT_FOUND", text: "There is no such folder." },
  "submission.refused": { code: "UNPROCESSABLE_CONTENT", text: "The mail server refused to send this message." },
  "submission.unknown_outcome": { code: "GATEWAY_TIMEOUT", text: "It is not known yet whether this message was sent." },
  "engine.unavailable": { code: "SERVICE_UNAVAILABLE", text: "The mail server cannot be reached right now." },
  "service.unavailable": { code: "SERVICE_UNAVAILABLE", text: "A service we depend on is not reachable right now." },
  unexpected: { code: "INTERNAL_SERVER_ERROR", text: "Something went wrong on our side." },
} as const;

export type FailureKey = keyof typeof failures;

/** A field of the input and why it was refused; `path` is dotted, as the form names its fields. */
export type FieldIssue = { path: string; message: string };

/** An expected, named way to not succeed. Verbs throw it; `server/trpc.ts` maps it once. */
export class AppError extends Error {
  constructor(
    readonly key: FailureKey,
    readonly details: { issues?: FieldIssue[]; reason?: string; retryAfterSeconds?: number; max?: number } = {},
    options?: ErrorOptions,
  ) {
    super(details.reason ? `${failures[key].text} ${details.reason}` : failures[key].text, options);
    this.name = "AppError";
  }
}
