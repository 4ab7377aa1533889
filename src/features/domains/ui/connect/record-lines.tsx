import { For, type JSX, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { ShownRecord } from "./pair-up";
import "./connect.css";

type Tone = "add" | "remove" | "change" | "keep";
const signs = { add: "+", remove: "−", change: "±", keep: "=" } satisfies Record<Tone, string>;

/** Records under a heading that says what becomes of them; the sign before each and the colour only repeat it. */
export function RecordLines<R extends ShownRecord>(props: {
  tone: Tone;
  title: string;
  records: readonly R[];
  note?: (record: R) => JSX.Element;
}) {
  return (
    <Show when={props.records.length > 0}>
      <section class="grid gap-2">
        <h3>{props.title}</h3>
        <ul data-slot="record-lines" data-tone={props.tone}>
          <For each={props.records}>
            {(record) => (
              <li>
                <span aria-hidden="true" data-slot="record-sign">
                  {signs[props.tone]}
                </span>
                <div class="min-w-0">
                  <code class="break-all">
                    {record.name} {record.type}
                  </code>
                  <Show when={record.was} fallback={<Value record={record} />}>
                    {(was) => (
                      <dl class="m-0">
                        <dt class="text-sm font-medium mt-1">{t("connect.now")}</dt>
                        <dd class="m-0">
                          <Value record={was()} />
                        </dd>
                        <dt class="text-sm font-medium mt-1">{t("connect.after")}</dt>
                        <dd class="m-0">
                          <Value record={record} />
                        </dd>
                      </dl>
                    )}
                  </Show>
                  <Show when={props.note}>{(note) => <p class="text-sm">{note()(record)}</p>}</Show>
                </div>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

const Value = (props: { record: ShownRecord }) => (
  <>
    <code class="block break-all">{props.record.value}</code>
    <Show when={props.record.isProxied}>
      <span class="text-sm">{t("connect.proxied")}</span>
    </Show>
  </>
);
