import { formatBytes } from "~/lib/bytes";
import type { FailureKey } from "~/lib/errors";
import { locale } from "~/lib/i18n/catalogue";
import type { Key } from "~/lib/i18n/keys";
import { t } from "~/lib/i18n/t";
import { failureOf } from "./failure-key";

const sentences: Partial<Record<FailureKey, Key>> = {
  "auth.required": "auth.failure_required",
  "auth.second_factor_wrong": "security.failure_code",
  "auth.passkey_refused": "security.failure_passkey",
  "auth.sign_in_expired": "security.failure_expired",
  "auth.provider_refused": "auth.failure_provider",
  "auth.link_invalid": "auth.failure_link_invalid",
  "auth.wrong_credentials": "auth.failure_credentials",
  "auth.email_taken": "auth.failure_email_taken",
  "auth.weak_password": "auth.failure_fields",
  "request.invalid": "auth.failure_fields",
  "tenant.suspended": "auth.failure_tenant_suspended",
  "tenant.closed": "auth.failure_tenant_closed",
  "tenant.not_found": "auth.failure_no_tenant",
  "auth.not_confirmed": "auth.failure_not_confirmed",
  "invitation.not_found": "auth.failure_no_invitation",
  "invitation.other_address": "auth.failure_other_address",
  "service.unavailable": "auth.failure_unavailable",
  "engine.unavailable": "auth.failure_unavailable",
};

/** Adds the sentences of pages behind a sign-in: those before it do not carry them. */
export const addFailureSentences = (more: Partial<Record<FailureKey, Key>>): void =>
  void Object.assign(sentences, more);

/** One sentence for whatever a procedure failed with. */
export function failureText(error: unknown): string {
  const failure = failureOf(error);
  if (!failure) return t("auth.failure_offline");
  if (failure.key === "request.too_many")
    return t("auth.failure_too_many", { seconds: failure.retryAfterSeconds ?? 60 });
  const sentence = (sentences[failure.key] ?? "auth.failure_other") as "users.issue_limit_users";
  return t(sentence, { max: failure.max ?? 0 });
}

/** The sentence of a failure that is known by its key alone, such as one that an address names. */
export const failureTextOf = (key: string): string => failureText({ data: { failure: { key } } });

const worded = /^[a-z]+\.issue_[a-z_]+$/;

/** What the server said about each field, by the field's name. Verbs answer with keys of the catalogue, schemas with English. */
export function issuesOf(error: unknown): Record<string, string> {
  const { issues = [], max = 0 } = failureOf(error) ?? {};
  const text = (message: string) => {
    const vars = { max: message === "users.issue_limit_storage" ? formatBytes(max, locale()) : max };
    return t((worded.test(message) ? message : "auth.issue_other") as "users.issue_limit_users", vars);
  };
  return Object.fromEntries(issues.map(({ path, message }) => [path, text(message)]));
}
