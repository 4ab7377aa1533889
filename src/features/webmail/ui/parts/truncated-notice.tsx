import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { toast } from "~/ui/toast-store";
import type { Message } from "../../schema";
import { failureText } from "../failure-text";

export type TruncatedNoticeProps = {
  message: Message;
  /** Given the message with all of its body; absent when even that is not all. */
  onWhole: ((whole: Message) => void) | undefined;
};

/** Below a body that is not all of it: that it is not, and the way to the rest. */
export default function TruncatedNotice(props: TruncatedNoticeProps) {
  const show = (onWhole: (whole: Message) => void) =>
    trpc.webmail.parts.whole
      .query({ messageId: props.message.id })
      .then(onWhole, (error: unknown) => toast(failureText(error), { tone: "danger" }));
  return (
    <Notice
      tone="warning"
      action={
        <Show when={props.onWhole}>
          {(onWhole) => (
            <Button size="sm" onClick={() => void show(onWhole())}>
              {t("parts.showWhole")}
            </Button>
          )}
        </Show>
      }
    >
      {t("webmail.truncated")}
    </Notice>
  );
}
