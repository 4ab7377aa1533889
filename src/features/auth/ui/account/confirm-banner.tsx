import { createAsync, useAction, useSubmission } from "@solidjs/router";
import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import type { Me } from "../../schema";
import { failureText } from "../failure-text";
import { resendConfirmation } from "./actions";
import { keptNotices } from "./queries";

/** Above every page of the panel until the address is confirmed: what waits for it, and how to get on. */
export function ConfirmBanner(props: { me: Me }) {
  const resend = useAction(resendConfirmation);
  const resending = useSubmission(resendConfirmation);
  const kept = createAsync(async () => (props.me.isTrial ? ((await keptNotices()) ?? []) : []), { initialValue: [] });
  const keptLink = () =>
    kept().find(
      ({ path, recipient, kind }) =>
        path && recipient === props.me.member.email && ["confirm_email", "existing_account"].includes(kind),
    )?.path;
  const sendAgain = () =>
    void resend().then(
      () => toast(t("auth.confirmSent"), { tone: "success" }),
      (error: unknown) => toast(failureText(error), { tone: "danger" }),
    );
  return (
    <Notice tone="warning" title={t("auth.confirmTitle")}>
      <p class="m-0">{t("auth.confirmText", { email: props.me.member.email })}</p>
      <div class="mt-3 flex flex-wrap gap-2">
        <Show when={keptLink()}>
          {(path) => (
            <LinkButton href={path()} rel="external" variant="primary" size="sm">
              {t("auth.confirmKept")}
            </LinkButton>
          )}
        </Show>
        <Button size="sm" busy={resending.pending} onClick={sendAgain}>
          {t("auth.confirmAgain")}
        </Button>
      </div>
    </Notice>
  );
}
