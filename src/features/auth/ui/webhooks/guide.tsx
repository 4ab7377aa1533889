import { createSignal } from "solid-js";
import { t } from "~/lib/i18n/t";
import { type WebhookEvent, webhookEventNames, webhookEvents } from "~/lib/webhook-events";
import { Card } from "~/ui/card";
import { Select } from "~/ui/select";
import { CodeBlock } from "./code-block";

const sample = `import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.WEBHOOK_SECRET);

export async function POST(request) {
  const body = await request.text();
  // Throws unless the signature is ours and not older than five minutes.
  const event = webhook.verify(body, Object.fromEntries(request.headers));
  if (event.type === "user.created") console.log(event.data.address);
  return new Response(null, { status: 204 });
}`;

const bodyOf = (type: WebhookEvent) =>
  JSON.stringify({ type, timestamp: "2026-11-22T09:41:00.000Z", data: webhookEvents[type] }, null, 2);

/** What a receiver has to do, with code to copy and an example of each event. */
export function Guide() {
  const [event, setEvent] = createSignal<WebhookEvent>("user.created");
  return (
    <Card title={t("webhooks.guideTitle")} description={t("webhooks.guideText")}>
      <div class="grid grid-cols-1 gap-5">
        <section class="grid grid-cols-1 gap-2">
          <h3 class="m-0 font-medium">{t("webhooks.guideVerify")}</h3>
          <p class="m-0 text-muted">{t("webhooks.guideVerifyText")}</p>
          <CodeBlock text={sample} label={t("webhooks.guideVerify")} copyLabel={t("webhooks.guideCopy")} />
          <p class="m-0 text-muted text-sm">{t("webhooks.guideByHand")}</p>
          <p class="m-0 text-muted text-sm">{t("webhooks.guideAnswer")}</p>
        </section>
        <section class="grid grid-cols-1 gap-2">
          <h3 class="m-0 font-medium">{t("webhooks.guideExample")}</h3>
          <Select
            label={t("webhooks.exampleEvent")}
            name="example"
            hideLabel
            value={event()}
            options={webhookEventNames.map((name) => ({ value: name, label: name }))}
            onChange={({ currentTarget }) => setEvent(currentTarget.value as WebhookEvent)}
          />
          <p class="m-0 text-muted text-sm">{t(`webhooks.event_${event()}`)}</p>
          <CodeBlock text={bodyOf(event())} label={t("webhooks.guideExample")} copyLabel={t("webhooks.copyExample")} />
        </section>
      </div>
    </Card>
  );
}
