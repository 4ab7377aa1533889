import { createSignal, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import type { Picture } from "./create-editor";
import { createPictures } from "./pictures";
import { EditorToolbar } from "./editor-toolbar";
import { RichEditor } from "./rich-editor";
import type { Writing } from "./writing";

export type ComposerBodyProps = {
  writing: Writing;
  /** Takes a picture for the text; undefined when it takes none. Its address is made here. */
  onPicture?: ((file: File) => { cid: string } | undefined) | undefined;
  ref: (focus: () => void) => void;
};

/** The text of a message, with formats or without. */
export function ComposerBody(props: ComposerBodyProps) {
  const pictures = createPictures(() => props.writing.draft().files);
  const [picker, setPicker] = createSignal<HTMLInputElement>();
  let plain!: HTMLTextAreaElement;
  const draft = () => props.writing.draft();
  const focusPlain = () => focusStart(plain, props.writing);
  const addPicture = (file: File): Picture | undefined => {
    const added = props.onPicture?.(file);
    return added && { cid: added.cid, url: pictures.add(added.cid, file) };
  };
  return (
    <Show
      when={draft().format === "rich"}
      fallback={
        <textarea
          ref={(element) => {
            props.writing.setEditor(undefined);
            plain = element;
            props.ref(focusPlain);
          }}
          name="text"
          aria-label={t("webmail.text")}
          maxlength={1_000_000}
          dir="auto"
          value={draft().text}
          onInput={(event) => props.writing.edit({ text: event.currentTarget.value })}
        />
      }
    >
      <RichEditor
        ref={(editor) => {
          props.ref(() => editor.squire.focus());
          props.writing.setEditor(editor);
        }}
        label={t("webmail.text")}
        html={draft().html}
        hasQuoteLine={draft().kind === "reply" || draft().kind === "replyAll"}
        onEdit={(html, isQuiet) => (isQuiet ? props.writing.set({ html }) : props.writing.edit({ html }))}
        pictureUrl={pictures.urlOf}
        addPicture={addPicture}
      />
      <Show when={props.writing.editor()}>
        {(editor) => (
          <>
            <EditorToolbar editor={editor().squire} onPicture={props.onPicture ? () => picker()?.click() : undefined} />
            <input
              ref={setPicker}
              type="file"
              accept="image/png,image/jpeg,image/gif,image/webp"
              multiple
              hidden
              onChange={({ currentTarget }) => {
                editor().insertPictures(currentTarget.files ?? []);
                currentTarget.value = "";
              }}
            />
          </>
        )}
      </Show>
    </Show>
  );
}

/** An answer begins above what it quotes; who has written goes on where they were. */
function focusStart(element: HTMLTextAreaElement, writing: Writing): void {
  element.focus();
  if (!writing.isTouched()) element.setSelectionRange(0, 0);
}
