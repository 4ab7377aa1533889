import { createSignal, For, Show, untrack } from "solid-js";
import { t } from "~/lib/i18n/t";
import { type WebhookEvent, webhookEventNames } from "~/lib/webhook-events";
import { Checkbox } from "~/ui/checkbox";

const groups = ["domain", "user", "message", "member", "tenant"] as const;
const eventsOf = (group: string) => webhookEventNames.filter((event) => event.startsWith(`${group}.`));

/** Which events a webhook is told of, each with what it means. */
export function EventChoices(props: { chosen: readonly string[]; issue?: string }) {
  const [chosen, setChosen] = createSignal(untrack(() => props.chosen));
  const isChosen = (event: WebhookEvent) => chosen().includes(event);
  const hasAll = () => chosen().length === webhookEventNames.length;
  const choose = (event: WebhookEvent, isOn: boolean) =>
    setChosen((events) => (isOn ? [...events, event] : events.filter((other) => other !== event)));
  return (
    <fieldset class="grid gap-4 m-0 p-0 border-0 min-w-0">
      <legend class="font-medium mb-2">{t("webhooks.events")}</legend>
      <Show when={props.issue}>
        <p role="alert" class="text-danger text-sm m-0">
          {props.issue}
        </p>
      </Show>
      <Checkbox
        label={t("webhooks.chooseAll")}
        checked={hasAll()}
        indeterminate={chosen().length > 0 && !hasAll()}
        onChange={() => setChosen(hasAll() ? [] : webhookEventNames)}
      />
      <For each={groups}>
        {(group) => (
          <div class="grid gap-2">
            <h3 class="text-sm text-muted font-medium m-0">{t(`webhooks.group_${group}`)}</h3>
            <For each={eventsOf(group)}>
              {(event) => (
                <Checkbox
                  name="events"
                  value={event}
                  label={<code>{event}</code>}
                  help={t(`webhooks.event_${event}`)}
                  checked={isChosen(event)}
                  onChange={({ currentTarget }) => choose(event, currentTarget.checked)}
                />
              )}
            </For>
          </div>
        )}
      </For>
    </fieldset>
  );
}
