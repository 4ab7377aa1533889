import { createSignal, For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { ShieldIcon } from "~/ui/icons";
import { Button } from "~/ui/button";
import { lazyPart } from "~/ui/lazy-part";
import { Notice } from "~/ui/notice";
import type { Message } from "../../schema";
import { createFirstContact } from "./first-contact";
import { warningTexts } from "./warning-texts";
import "./reading.css";

const UnsubscribeDialog = lazyPart(
  () => import("./unsubscribe-dialog"),
  (part) => part.onClose(),
);

export type MessageNoticesProps = {
  message: Message;
  own: string;
  /** Real hosts of links in it that pretend to lead elsewhere. */
  deceptiveHosts: readonly string[];
};

/** What a reader should know of a message before believing it: the worst in a notice, and whether its sender is proven. */
export function MessageNotices(props: MessageNoticesProps) {
  const [isLeaving, setLeaving] = createSignal(false);
  const isFirst = createFirstContact(props);
  const warnings = () => warningTexts(props.message, props.deceptiveHosts);
  return (
    <>
      <Show when={warnings()[0]}>
        {(worst) => (
          <Notice tone={worst().tone} title={worst().text}>
            <For each={warnings().slice(1)}>{({ text }) => <p>{text}</p>}</For>
          </Notice>
        )}
      </Show>
      <Show when={props.message.authentication || props.message.unsubscribe || isFirst()}>
        <div data-slot="message-trust">
          <Show when={props.message.authentication}>
            {(authentication) => (
              <span data-verdict={authentication().verdict}>
                <ShieldIcon size={14} />
                {t(authentication().verdict === "verified" ? "reading.verified" : "reading.unverified", {
                  domain: authentication().domain,
                })}
              </span>
            )}
          </Show>
          <Show when={isFirst()}>
            <span>{t("reading.firstMessage")}</span>
          </Show>
          <Show when={props.message.unsubscribe}>
            <Button
              size="sm"
              variant="ghost"
              onPointerEnter={UnsubscribeDialog.preload}
              onClick={() => setLeaving(true)}
            >
              {t("reading.unsubscribe")}
            </Button>
          </Show>
        </div>
      </Show>
      <Show when={isLeaving()}>
        <UnsubscribeDialog message={props.message} onClose={() => setLeaving(false)} />
      </Show>
    </>
  );
}
