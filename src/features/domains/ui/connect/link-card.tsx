import { createAsync } from "@solidjs/router";
import { createSignal, onMount, Show, Suspense } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { Checkbox } from "~/ui/checkbox";
import { LinkButton } from "~/ui/link-button";
import { discovered } from "./queries";
import { leaveFor } from "./way-back";

/** The way over the provider's own page, where there is one. Strangers' servers are asked for it: the page does not wait for them. */
export function LinkCard(props: { domainId: string; mayMoveMail: boolean }) {
  const [isOpen, setOpen] = createSignal(false);
  onMount(() => setOpen(true));
  return (
    <Show when={isOpen()}>
      <Suspense fallback={<p class="text-muted">{t("connect.linkLooking")}</p>}>
        <Offer {...props} />
      </Suspense>
    </Show>
  );
}

/** Nothing is shown where there is no such way. */
function Offer(props: { domainId: string; mayMoveMail: boolean }) {
  const [movesMail, setMovesMail] = createSignal(false);
  const found = createAsync(() => discovered(props.domainId, movesMail()));
  return (
    <Show when={found()}>
      {(offer) => {
        const name = () => offer().providerName;
        return (
          <Card title={t("connect.linkTitle", { name: name() })}>
            <Show
              when={offer().isSupported}
              fallback={<p class="text-muted">{t("connect.linkUnknown", { name: name() })}</p>}
            >
              <Show when={offer().url} fallback={<p class="text-muted">{t("connect.linkDone")}</p>}>
                {(url) => (
                  <div class="grid gap-4 justify-items-start">
                    <p class="text-muted">{t("connect.linkText", { name: name() })}</p>
                    <Show when={props.mayMoveMail}>
                      <Checkbox
                        label={t("connect.movesMail")}
                        help={t("connect.movesMailHelp")}
                        checked={movesMail()}
                        onChange={(event) => setMovesMail(event.currentTarget.checked)}
                      />
                    </Show>
                    <LinkButton
                      variant="primary"
                      href={url()}
                      rel="external noreferrer"
                      onClick={() => leaveFor(props.domainId)}
                    >
                      {t("connect.linkGo", { name: name() })}
                    </LinkButton>
                  </div>
                )}
              </Show>
            </Show>
          </Card>
        );
      }}
    </Show>
  );
}
