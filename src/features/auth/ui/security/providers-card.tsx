import { useAction } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { trpc } from "~/trpc/client";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { toast } from "~/ui/toast-store";
import type { Identities } from "../../schema/oauth";
import { failureText } from "../failure-text";
import { DayOf } from "./day-of";
import { unlinkIdentity } from "./actions";

type Provider = Identities["offered"][number];

/** The provider accounts that let the member in, and those that could; nothing where no provider is set up. */
export function ProvidersCard(props: { identities: Identities }) {
  const unlink = useAction(unlinkIdentity);
  const [busy, setBusy] = createSignal<string>();
  const attempt = async (id: string, work: () => Promise<unknown>) => {
    setBusy(id);
    await work().catch((error: unknown) => toast(failureText(error), { tone: "danger" }));
    setBusy(undefined);
  };
  const link = async ({ id }: Provider) => {
    const { url } = await trpc.auth.security.link.mutate({ provider: id });
    window.location.assign(url);
  };
  return (
    <Show when={props.identities.linked.length + props.identities.offered.length > 0}>
      <Card
        title={t("security.providers")}
        description={t("security.providersText")}
        actions={
          <div class="flex flex-wrap gap-2">
            <For each={props.identities.offered}>
              {(provider) => (
                <Button busy={busy() === provider.id} onClick={() => void attempt(provider.id, () => link(provider))}>
                  {t("security.providerLink", { provider: provider.name })}
                </Button>
              )}
            </For>
          </div>
        }
      >
        <Show
          when={props.identities.linked.length > 0}
          fallback={<p class="m-0 text-muted">{t("security.providersNone")}</p>}
        >
          <ul class="m-0 grid list-none gap-2 p-0">
            <For each={props.identities.linked}>
              {(linked) => (
                <li class="flex flex-wrap items-center justify-between gap-3">
                  <div class="grid min-w-0">
                    <span class="font-medium">{linked.name}</span>
                    <span class="break-all text-sm text-muted">
                      {linked.email} · {t("security.added")} <DayOf at={String(linked.createdAt)} />
                    </span>
                  </div>
                  <Button
                    variant="ghost"
                    busy={busy() === linked.id}
                    onClick={() => void attempt(linked.id, () => unlink(linked.id))}
                  >
                    {t("security.remove")}
                  </Button>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </Card>
    </Show>
  );
}
