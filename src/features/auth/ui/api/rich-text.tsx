import { For } from "solid-js";

const parts = /(\*\*[^*]+\*\*|`[^`]+`)/;

/** Text with `code` and **strong** words, as descriptions of the API have it. */
export const RichText = (props: { text: string }) => (
  <For each={props.text.split(parts)}>
    {(part) => {
      if (part.startsWith("**")) return <strong>{part.slice(2, -2)}</strong>;
      return part.startsWith("`") ? <code>{part.slice(1, -1)}</code> : part;
    }}
  </For>
);
