import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import type { Message } from "../../schema";

/** An answer that is still being written, in its place in the thread. */
export default (props: { message: Message; onContinue?: ((message: Message) => void) | undefined }) => (
  <div data-slot="draft-line">
    <p dir="auto">
      <b>{t("parts.draft")}</b> {props.message.preview}
    </p>
    <Show when={props.onContinue}>
      {(go) => (
        <Button size="sm" onClick={() => go()(props.message)}>
          {t("parts.continueDraft")}
        </Button>
      )}
    </Show>
  </div>
);
