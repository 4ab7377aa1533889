import { Show } from "solid-js";
import { failureKeyOf } from "~/features/auth/ui/failure-key";
import { t } from "~/lib/i18n/t";
import { Notice } from "~/ui/notice";
import { outboxFailure } from "./outbox/outbox-failure";

/** Why a message did not go, or that nobody knows yet whether it did, which is another matter. */
export const ComposerFailure = (props: { error: unknown }) => (
  <Show
    when={failureKeyOf(props.error) === "submission.unknown_outcome"}
    fallback={
      <Notice tone="danger" title={t("webmail.notSent")}>
        {outboxFailure(props.error)}
      </Notice>
    }
  >
    <Notice tone="warning" role="alert" title={t("webmail.unknownOutcome")}>
      {t("webmail.failure_unknown_outcome")}{" "}
      <a href="/mail/sent" target="_blank">
        {t("webmail.lookInSent")}
      </a>
    </Notice>
  </Show>
);
