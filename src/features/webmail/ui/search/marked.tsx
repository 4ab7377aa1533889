import { For, Show } from "solid-js";
import type { SearchHit } from "../../schema/search";

/** A text with what was found in it; each piece of it is a text node. */
export const Marked = (props: { parts: SearchHit["marked"]["subject"]; text: string }) => (
  <Show when={props.parts} fallback={props.text}>
    {(parts) => (
      <For each={parts()}>
        {(part) => (
          <Show when={part.isHit} fallback={part.text}>
            <mark>{part.text}</mark>
          </Show>
        )}
      </For>
    )}
  </Show>
);
