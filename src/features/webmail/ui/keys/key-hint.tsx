import { createEffect, For } from "solid-js";
import { t } from "~/lib/i18n/t";
import { announce } from "~/ui/announce";
import { type KeyAct, keyMap } from "./key-map";
import "./keys.css";

/** What may follow the key with which a sequence was begun. */
export default function KeyHint(props: { begun: string }) {
  const choices = () =>
    (Object.keys(keyMap) as KeyAct[]).flatMap((act) =>
      keyMap[act].filter((keys) => keys.startsWith(`${props.begun} `)).map((keys) => ({ act, key: keys.slice(2) })),
    );
  createEffect(() =>
    announce(
      choices()
        .map(({ act, key }) => `${key}: ${t(`keys.act_${act}`)}`)
        .join(", "),
    ),
  );
  return (
    <div data-slot="key-hint" aria-hidden="true">
      <kbd>{props.begun}</kbd>
      <For each={choices()}>
        {({ act, key }) => (
          <span>
            <kbd>{key}</kbd> {t(`keys.act_${act}`)}
          </span>
        )}
      </For>
    </div>
  );
}
