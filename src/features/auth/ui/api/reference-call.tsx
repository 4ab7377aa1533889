import { For, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { CopyButton } from "~/ui/copy-button";
import { ChevronDownIcon } from "~/ui/icons";
import type { ReferenceCall as Call } from "../../schema/reference";
import { ReferenceFields } from "./reference-fields";
import { RichText } from "./rich-text";

/** One call: its line always, everything else when it is opened. */
export const ReferenceCall = (props: { call: Call; isOpen: boolean }) => (
  <details data-slot="reference-call" id={props.call.id} open={props.isOpen}>
    <summary>
      <span data-slot="reference-method" data-method={props.call.method}>
        {props.call.method}
      </span>
      <code>{props.call.path}</code>
      <span data-slot="reference-summary" lang="en">
        {props.call.summary}
      </span>
      <ChevronDownIcon size={16} />
    </summary>
    <div data-slot="reference-body">
      <div>
        <p>
          <strong>{t(`api.access_${props.call.access}`)}.</strong>{" "}
          <span lang="en">
            <RichText text={props.call.description} />
          </span>
        </p>
        <ReferenceFields title={t("api.parameters")} fields={props.call.parameters} />
        <ReferenceFields title={t("api.body")} fields={props.call.body} />
        <h4>{t("api.answers")}</h4>
        <dl data-slot="reference-answers">
          <For each={props.call.answers}>
            {(answer) => (
              <div>
                <dt>{answer.status}</dt>
                <dd lang="en">
                  <RichText text={answer.text} />
                </dd>
              </div>
            )}
          </For>
        </dl>
      </div>
      <div>
        <Sample title={t("api.request")} text={props.call.curl} copy />
        <Show when={props.call.example}>{(example) => <Sample title={t("api.answer")} text={example()} />}</Show>
      </div>
    </div>
  </details>
);

const Sample = (props: { title: string; text: string; copy?: boolean }) => (
  <figure data-slot="reference-sample">
    <figcaption>
      {props.title}
      <Show when={props.copy}>
        <CopyButton text={props.text} label={t("api.copyCurl")} />
      </Show>
    </figcaption>
    {/* Scrolls sideways, so it must be reachable by keys. */}
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
    <pre tabindex="0" role="region" aria-label={props.title}>
      <code>{props.text}</code>
    </pre>
  </figure>
);
