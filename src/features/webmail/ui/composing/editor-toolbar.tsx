import type Squire from "squire-rte";
import { createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { t } from "~/lib/i18n/t";
import { IconButton } from "~/ui/icon-button";
import { ImageIcon } from "~/ui/icons";
import { BoldIcon, BulletsIcon, ClearIcon, ItalicIcon, LinkIcon } from "./format-icons";
import { NumbersIcon, QuoteIcon, UnderlineIcon } from "./format-icons";
import { type Format, formatNames, formats, formatsAt, linkAt } from "./formats";
import { LinkForm } from "./link-form";
import { rovingKeys } from "./roving-keys";
import { StyleSelects } from "./style-selects";
import "./editor-toolbar.css";

const icons = {
  ...{ bold: BoldIcon, italic: ItalicIcon, underline: UnderlineIcon },
  ...{ bullets: BulletsIcon, numbers: NumbersIcon, quote: QuoteIcon },
} satisfies Record<Format, typeof BoldIcon>;

export type EditorToolbarProps = { editor: Squire; onPicture: (() => void) | undefined };

/** What can be done to the text. One stop of the Tab key; the arrows go from button to button (ARIA Authoring Practices, toolbar). */
export function EditorToolbar(props: EditorToolbarProps) {
  const [active, setActive] = createSignal<readonly Format[]>([]);
  const [link, setLink] = createSignal<string>();
  let bar!: HTMLDivElement;
  onMount(() => {
    const { editor } = props;
    const look = () => setActive(formatsAt(editor));
    const openLink = (_: Squire, event: KeyboardEvent) => (event.preventDefault(), setLink(linkAt(editor) ?? ""));
    for (const type of ["pathChange", "select", "cursor", "input"]) editor.addEventListener(type, look);
    for (const key of ["Ctrl-k", "Meta-k"]) editor.setKeyHandler(key, openLink);
    onCleanup(() => {
      for (const type of ["pathChange", "select", "cursor", "input"]) editor.removeEventListener(type, look);
    });
  });
  const toggle = (name: Format) => {
    const { on, off } = formats[name];
    (active().includes(name) ? off : on)(props.editor);
    props.editor.focus();
    setActive(formatsAt(props.editor));
  };
  const closeLink = () => {
    setLink(undefined);
    props.editor.focus();
  };
  return (
    <>
      <Show when={link() !== undefined}>
        <LinkForm
          target={link() ?? ""}
          onClose={closeLink}
          onLink={(target) => {
            if (target) props.editor.makeLink(target);
            else props.editor.removeLink();
            closeLink();
          }}
        />
      </Show>
      <div
        ref={bar}
        data-slot="editor-toolbar"
        role="toolbar"
        aria-label={t("composing.toolbar")}
        {...rovingKeys(() => bar)}
      >
        <For each={formatNames}>
          {(name) => (
            <IconButton
              size="sm"
              label={t(`composing.format_${name}`)}
              aria-pressed={active().includes(name)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => toggle(name)}
            >
              <Dynamic component={icons[name]} size={16} />
            </IconButton>
          )}
        </For>
        <IconButton size="sm" label={t("composing.link")} onClick={() => setLink(linkAt(props.editor) ?? "")}>
          <LinkIcon size={16} />
        </IconButton>
        <Show when={props.onPicture}>
          <IconButton size="sm" label={t("composing.picture")} onClick={() => props.onPicture?.()}>
            <ImageIcon size={16} />
          </IconButton>
        </Show>
        <StyleSelects editor={props.editor} />
        <IconButton
          size="sm"
          label={t("composing.clear")}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => props.editor.removeAllFormatting().focus()}
        >
          <ClearIcon size={16} />
        </IconButton>
      </div>
    </>
  );
}
