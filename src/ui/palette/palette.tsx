import { useNavigate } from "@solidjs/router";
import { createEffect, createMemo, createSignal, createUniqueId, For, on, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Dialog } from "../dialog";
import { rankEntries } from "./rank-entries";
import "./palette.css";

/** A page that is gone to, or something that is done. `keys` are shown only, with a space between those of a sequence. */
export type PaletteEntry = { id: string; label: string; keys?: string } & ({ href: string } | { run: () => void });

/** `<Palette entries={[…]} onClose={close} />`: everything one can do and go to, by the beginning of its name. */
export function Palette(props: { entries: readonly PaletteEntry[]; onClose: () => void }) {
  const id = createUniqueId();
  const navigate = useNavigate();
  const [typed, setTyped] = createSignal("");
  const [active, setActive] = createSignal(0);
  const [isOpen, setOpen] = createSignal(true);
  const shown = createMemo(() => rankEntries(props.entries, typed()));
  let list!: HTMLDivElement;
  createEffect(on(shown, () => setActive(0)));
  createEffect(() => list.children[active()]?.scrollIntoView({ block: "nearest" }));
  const choose = (entry: PaletteEntry | undefined) => {
    if (!entry) return;
    // A dialog that closes gives the focus back, one that is taken away does not: what is done may be about what has it.
    setOpen(false);
    setTimeout(() => {
      props.onClose();
      if ("href" in entry) navigate(entry.href);
      else entry.run();
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const count = shown().length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && count > 0) setActive((active() + step + count) % count);
    else if (event.key === "Enter" && !event.isComposing) choose(shown()[active()]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog open={isOpen()} onClose={() => props.onClose()} title={t("keys.palette")} data-palette="">
      <input
        data-slot="input"
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        maxlength={100}
        aria-label={t("keys.paletteField")}
        placeholder={t("keys.paletteField")}
        aria-autocomplete="list"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={shown().length > 0 ? `${id}-${active()}` : undefined}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={id} role="listbox" aria-label={t("keys.palette")} data-slot="palette">
        <For each={shown()}>
          {(entry, at) => (
            <button
              type="button"
              role="option"
              tabindex="-1"
              id={`${id}-${at()}`}
              aria-selected={at() === active()}
              onClick={() => choose(entry)}
            >
              <span dir="auto">{entry.label}</span>
              <For each={entry.keys?.split(" ")}>{(key) => <kbd>{key}</kbd>}</For>
            </button>
          )}
        </For>
      </div>
      <Show when={shown().length === 0}>
        <p role="status">{t("keys.paletteNone")}</p>
      </Show>
    </Dialog>
  );
}
