import { createAsync, revalidate, useAction } from "@solidjs/router";
import { createEffect, onCleanup, onMount, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Notice } from "~/ui/notice";
import { Skeleton } from "~/ui/skeleton";
import { toast } from "~/ui/toast-store";
import { useDomain } from "../domain-context";
import { providerForms } from "../provider/provider-form";
import { checkDomain } from "../queries";
import { ChangeCard } from "./change-card";
import { LinkCard } from "./link-card";
import { connectState } from "./queries";

import { TokenCard } from "./token-card";
import { hasComeBack } from "./way-back";

const everyMs = 2000;

/** Changing the domain's DNS without leaving: over the provider's own page, or by a token for it; and what became of the last change. */
export function ConnectView() {
  const { domain, canEdit } = useDomain();
  const state = createAsync(() => connectState(domain().id));
  const check = useAction(checkDomain);
  const again = () => revalidate(connectState.key);
  const isForeign = () => {
    const provider = state()?.provider;
    return provider !== null && provider !== undefined && provider !== "cloudflare";
  };
  onMount(() => {
    if (!hasComeBack(domain().id)) return;
    toast(t("connect.back"), { tone: "success" });
    // Asked for a moment ago is as good.
    void check(domain().id).catch(() => {});
  });
  // Its end may have been announced before this page was listening.
  createEffect(() => {
    if (state()?.change?.state !== "applying") return;
    const timer = setInterval(() => void again(), everyMs);
    onCleanup(() => clearInterval(timer));
  });
  return (
    <div class="grid gap-5 pt-2">
      <div class="max-w-[44rem]">
        <h2>{t("connect.title")}</h2>
        <p class="text-muted">{t("connect.text")}</p>
      </div>
      <Show when={state()} fallback={<Skeleton class="h-48" />}>
        {(known) => (
          <>
            <Show when={known().change}>
              {(change) => (
                <ChangeCard
                  domainId={domain().id}
                  change={change()}
                  hasToken={known().hasToken}
                  canEdit={canEdit()}
                  onBegun={again}
                />
              )}
            </Show>
            <Show when={canEdit()} fallback={<Notice>{t("connect.readOnly")}</Notice>}>
              <LinkCard domainId={domain().id} mayMoveMail={known().mayMoveMail} />
              <Show
                when={!isForeign()}
                fallback={<Notice>{t("connect.textOther", { name: providerForms[known().provider!].name })}</Notice>}
              >
                <Show when={known().change?.state !== "applying"}>
                  <TokenCard
                    domainId={domain().id}
                    zone={domain().zone ?? domain().name}
                    state={known()}
                    onBegun={again}
                  />
                </Show>
              </Show>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}
