import { createSignal, onCleanup, onMount, untrack } from "solid-js";
import { createEditor, type Editor, type EditorOptions } from "./create-editor";
import "./editor.css";

export type RichEditorProps = Omit<EditorOptions, "onOwnColours"> & {
  label: string;
  ref: (editor: Editor) => void;
};

/** The text of a message with formats. `html` is read once: from then on the editor knows what it holds. */
export function RichEditor(props: RichEditorProps) {
  const [isCard, setCard] = createSignal(false);
  let root!: HTMLDivElement;
  onMount(() => {
    const editor = untrack(() =>
      createEditor(root, {
        ...{
          html: props.html,
          hasQuoteLine: props.hasQuoteLine,
          onEdit: (html, isQuiet) => props.onEdit(html, isQuiet),
        },
        ...{ pictureUrl: (cid) => props.pictureUrl(cid), addPicture: (file) => props.addPicture(file) },
        onOwnColours: () => setCard(true),
      }),
    );
    props.ref(editor);
    onCleanup(() => editor.destroy());
  });
  return (
    <div
      ref={root}
      data-slot="rich-editor"
      data-card={isCard() ? "" : undefined}
      role="textbox"
      aria-multiline="true"
      aria-label={props.label}
      dir="auto"
      spellcheck={true}
      tabindex="0"
    />
  );
}
