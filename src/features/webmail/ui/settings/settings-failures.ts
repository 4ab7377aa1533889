import { addFailureSentences } from "~/features/auth/ui/failure-text";

/** What can fail on the page of the settings only. */
addFailureSentences({
  "auth.no_second_factor": "security.failure_no_factor",
  "auth.reauth_required": "auth.failure_reauth",
  "session.not_found": "security.failure_gone",
  "app_password.not_found": "access.failure_app_gone",
  "app_password.too_many": "access.failure_app_full",
});
