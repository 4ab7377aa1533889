import type { JSX } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { IconButton } from "~/ui/icon-button";
import { SendIcon, TrashIcon } from "~/ui/icons";
import { ComposerOptions } from "./composing/composer-options";
import type { Writing } from "./composing/writing";
import { SendLater } from "./outbox/send-later";

export type ComposerFootProps = {
  writing: Writing;
  isSending: boolean;
  onSendLater: (sendAt: string) => void;
  onDiscard: () => void;
  children: JSX.Element;
};

/** What is done with a message that is written, and how it is written. */
export function ComposerFoot(props: ComposerFootProps) {
  return (
    <footer>
      <Button type="submit" variant="primary" icon={<SendIcon size={16} />} busy={props.isSending}>
        {t(props.isSending ? "webmail.sending" : "webmail.send")}
      </Button>
      <SendLater disabled={props.isSending} onPick={(sendAt) => props.onSendLater(sendAt)} />
      {props.children}
      <kbd aria-hidden="true">{t("webmail.sendKeys")}</kbd>
      <span data-part="options">
        <ComposerOptions writing={props.writing} />
      </span>
      <IconButton label={t("webmail.discard")} onClick={() => props.onDiscard()}>
        <TrashIcon size={16} />
      </IconButton>
    </footer>
  );
}
