import { createSignal, Show } from "solid-js";
import { lazyPart } from "~/ui/lazy-part";
import type { Overview } from "../../schema";
import type { KeyActs } from "./key-map";
import { listenKeys } from "./listen-keys";

type Part = { onClose: () => void };
const close = ({ onClose }: Part) => onClose();
const KeysHelp = lazyPart<Part>(() => import("./keys-help"), close);
const MailPalette = lazyPart<Part & { acts: KeyActs; view: Overview }>(() => import("./mail-palette"), close);
const KeyHint = lazyPart<{ begun: string }>(
  () => import("./key-hint"),
  () => {},
  () => {},
);

/** The keyboard of the webmail: its keys, their help and the palette. */
export function Keyboard(props: { acts: Omit<KeyActs, "help">; view: Overview }) {
  const [opened, setOpened] = createSignal<"help" | "palette">();
  const onClose = () => setOpened(undefined);
  // oxlint-disable-next-line solid/reactivity -- The acts of a page stay the same.
  const acts: KeyActs = { ...props.acts, help: () => setOpened("help") };
  const begun = listenKeys({ acts, onPalette: () => setOpened("palette") });
  return (
    <>
      <Show when={begun()}>{(key) => <KeyHint begun={key()} />}</Show>
      <Show when={opened() === "help"}>
        <KeysHelp onClose={onClose} />
      </Show>
      <Show when={opened() === "palette"}>
        <MailPalette onClose={onClose} acts={acts} view={props.view} />
      </Show>
    </>
  );
}
