import { For, type JSX, Show } from "solid-js";
import type { PlannedRecord } from "../../schema/connect";
import "./connect.css";

type Tone = "add" | "remove" | "keep";
const signs = { add: "+", remove: "−", keep: "=" } satisfies Record<Tone, string>;

/** Records under a heading that says what becomes of them; the sign before each and the colour only repeat it. */
export function RecordLines<R extends PlannedRecord>(props: {
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
                  <code class="block break-all">{record.value}</code>
                  <Show when={props.note}>{(note) => <p class="text-muted text-sm">{note()(record)}</p>}</Show>
                </div>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
