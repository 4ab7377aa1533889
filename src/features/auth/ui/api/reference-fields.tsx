import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { ReferenceField } from "../../schema/reference";
import { RichText } from "./rich-text";

/** Parameters of a call, or fields of its body. */
export const ReferenceFields = (props: { title: string; fields: readonly ReferenceField[] }) => (
  <Show when={props.fields.length > 0}>
    <h4>{props.title}</h4>
    <dl data-slot="reference-fields">
      <For each={props.fields}>
        {(field) => (
          <div>
            <dt>
              <code>{field.name}</code>
              <Show when={field.isRequired}>
                <span data-slot="reference-required">{t("api.required")}</span>
              </Show>
            </dt>
            <dd lang="en">
              <span class="text-muted">{field.place ? `${field.place}: ${field.type}` : field.type}</span>
              <Show when={field.description}>
                <span class="block">
                  <RichText text={field.description} />
                </span>
              </Show>
            </dd>
          </div>
        )}
      </For>
    </dl>
  </Show>
);
