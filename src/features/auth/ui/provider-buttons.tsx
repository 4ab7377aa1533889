import { createAsync } from "@solidjs/router";
import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { LinkButton } from "~/ui/link-button";
import { ProviderProblem } from "./oauth/provider-problem";
import { offeredProviders } from "./oauth/queries";

/** Ways in beside the form above it, and what became of the last try; nothing where no provider is set up. */
export function ProviderButtons(props: { next?: string }) {
  const providers = createAsync(() => offeredProviders(), { initialValue: [] });
  const start = (id: string) => `/auth/oauth/${id}${props.next ? `?next=${encodeURIComponent(props.next)}` : ""}`;
  return (
    <Show when={providers().length > 0}>
      <div class="mt-5 grid gap-3">
        <p class="m-0 text-center text-sm text-muted">{t("auth.or")}</p>
        <ProviderProblem />
        <For each={providers()}>
          {({ id, name }) => (
            <LinkButton href={start(id)} rel="external" size="lg">
              {t("auth.continueWith", { provider: name })}
            </LinkButton>
          )}
        </For>
      </div>
    </Show>
  );
}
