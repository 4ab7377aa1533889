import { createAsync, useParams, useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { logViewOf } from "~/features/auth/ui/webhooks/log-view";
import { deliveryList, webhookDetail } from "~/features/auth/ui/webhooks/queries";
import { WebhookNotFound } from "~/features/auth/ui/webhooks/webhook-not-found";
import { WebhookView } from "~/features/auth/ui/webhooks/webhook-view";

export default function WebhookPage() {
  const params = useParams();
  const [search] = useSearchParams();
  const view = () => logViewOf(params.webhookId, search);
  const webhook = createAsync(() => webhookDetail(params.webhookId ?? ""));
  const log = createAsync(() => deliveryList(view()));
  return (
    <Show when={webhook() !== undefined}>
      <Show when={webhook()} fallback={<WebhookNotFound />}>
        {(found) => <WebhookView webhook={found()} log={log()} view={view()} />}
      </Show>
    </Show>
  );
}
