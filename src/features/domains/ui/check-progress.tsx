import { useAction, useSubmission } from "@solidjs/router";
import { onCleanup, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Progress } from "~/ui/progress";
import { toast } from "~/ui/toast-store";
import type { DomainDetail } from "../schema";
import { failureText } from "./domain-failure";
import { cancelCheck } from "./queries";

/** How far a look at DNS is, and the way out of it. `onFocusLost` is told when it goes away under somebody's hands. */
export function CheckProgress(props: {
  domainId: string;
  canCancel: boolean;
  progress: DomainDetail["checkProgress"];
  onFocusLost: () => void;
}) {
  let button: HTMLButtonElement | undefined;
  const cancel = useAction(cancelCheck);
  const cancelling = useSubmission(cancelCheck);
  const stop = async () => {
    try {
      await cancel(props.domainId);
      toast(t("guide.checkCancelled"));
    } catch (error) {
      toast(failureText(error), { tone: "danger" });
    }
  };
  onCleanup(() => {
    if (button && document.activeElement === button) props.onFocusLost();
  });
  return (
    <>
      <Show when={props.progress}>
        {(progress) => {
          const total = () => progress().asked + progress().open;
          return (
            <Progress
              class="w-56 max-w-full"
              variant="progress"
              label={t("guide.checkProgress")}
              value={progress().asked}
              max={total()}
              text={t("guide.checkAsked", { asked: progress().asked, total: total() })}
            />
          );
        }}
      </Show>
      <Show when={props.canCancel}>
        <Button
          ref={(element: HTMLButtonElement) => (button = element)}
          variant="ghost"
          busy={Boolean(cancelling.pending)}
          onClick={() => void stop()}
        >
          {t("guide.checkCancel")}
        </Button>
      </Show>
    </>
  );
}
