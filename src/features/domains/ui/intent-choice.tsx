import { useAction, useSubmission } from "@solidjs/router";
import { createUniqueId, For } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { Checkbox } from "~/ui/checkbox";
import { toast } from "~/ui/toast-store";
import type { DomainDetail, DomainIntent } from "../schema";
import { failureText } from "./domain-failure";
import { setIntent } from "./queries";

const intents: DomainIntent[] = ["move_now", "move_later", "send_only"];

/** What the domain is for: it decides when its MX records are due. Asked before any record is. */
export function IntentChoice(props: { domain: DomainDetail }) {
  const group = createUniqueId();
  const choose = useAction(setIntent);
  const choosing = useSubmission(setIntent);
  const isChosen = (intent: DomainIntent) =>
    choosing.pending ? choosing.input?.[0].intent === intent : props.domain.intent === intent;
  const onChange = (intent: DomainIntent) =>
    choose({ domainId: props.domain.id, intent }).catch((error: unknown) =>
      toast(failureText(error), { tone: "danger" }),
    );
  return (
    <Card title={t("guide.intentTitle")} description={t("guide.intentText")}>
      <fieldset class="grid gap-3 sm:grid-cols-3">
        <legend class="sr-only">{t("guide.intentTitle")}</legend>
        <For each={intents}>
          {(intent) => (
            <Checkbox
              type="radio"
              class="p-3 border border-border rounded-md has-[:checked]:border-accent has-[:checked]:bg-accent-soft"
              name={group}
              value={intent}
              label={t(`guide.intent_${intent}`)}
              help={t(`guide.intent_${intent}_help`)}
              checked={isChosen(intent)}
              onChange={() => void onChange(intent)}
            />
          )}
        </For>
      </fieldset>
    </Card>
  );
}
