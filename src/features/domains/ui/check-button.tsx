import { useAction, useSubmission } from "@solidjs/router";
import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { RefreshIcon } from "~/ui/icons";
import { toast } from "~/ui/toast-store";
import type { DomainDetail } from "../schema";
import { CheckProgress } from "./check-progress";
import { failureText } from "./domain-failure";
import { checkDomain } from "./queries";

/** Asks for a look at DNS now; until it is over, whoever asked for it, shows how far it is and lets it be cancelled. */
export function CheckButton(props: { domain: DomainDetail }) {
  let button: HTMLButtonElement | undefined;
  const check = useAction(checkDomain);
  const asking = useSubmission(checkDomain);
  const isBusy = () => props.domain.isChecking || Boolean(asking.pending);
  return (
    <>
      <Show when={props.domain.isChecking}>
        <CheckProgress
          domainId={props.domain.id}
          canCancel={props.domain.canCancelCheck}
          progress={props.domain.checkProgress}
          onFocusLost={() => button?.focus()}
        />
      </Show>
      <Button
        ref={(element: HTMLButtonElement) => (button = element)}
        icon={<RefreshIcon size={16} />}
        busy={isBusy()}
        onClick={() => check(props.domain.id).catch((error: unknown) => toast(failureText(error), { tone: "danger" }))}
      >
        {isBusy() ? t("domains.checking") : t("domains.checkNow")}
      </Button>
    </>
  );
}
