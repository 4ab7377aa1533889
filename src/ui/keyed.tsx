import { createMemo, For, type JSX } from "solid-js";

export type KeyedProps<T> = {
  each: readonly T[];
  by: (item: T) => string;
  children: (item: () => T) => JSX.Element;
};

/** `<For>` for data that is read anew: what has the same key stays the same element, with its focus and its open frames. */
export function Keyed<T>(props: KeyedProps<T>) {
  const byKey = createMemo(() => new Map(props.each.map((item) => [props.by(item), item])));
  return (
    <For each={[...byKey().keys()]}>
      {(key) => props.children(createMemo<T>((before) => byKey().get(key) ?? before, byKey().get(key)!))}
    </For>
  );
}
