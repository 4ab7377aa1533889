import { createEditor } from "~/features/webmail/ui/composing/create-editor";
import { editorFragment } from "~/features/webmail/ui/composing/editor-fragment";
import { outgoingHtml } from "~/features/webmail/ui/composing/outgoing-html";
import { ownWords } from "~/features/webmail/ui/composing/own-words";
import { quoteMessage } from "~/features/webmail/ui/composing/quote-message";
import { htmlText } from "~/features/webmail/ui/html-text";

/** What the HTML of a draft is after it was in an editor. */
function throughEditor(html: string): string {
  const root = document.createElement("div");
  root.append(editorFragment(html).fragment);
  return outgoingHtml(root);
}

/** What a whole editor keeps of a draft, after what was done to it. */
function edited(html: string, act: (editor: ReturnType<typeof createEditor>) => void): string {
  const root = document.createElement("div");
  document.body.replaceChildren(root);
  let kept = "";
  const editor = createEditor(root, {
    ...{ html, hasQuoteLine: true, onEdit: (now) => (kept = now), onOwnColours: () => {} },
    ...{ pictureUrl: () => Promise.resolve(undefined), addPicture: () => undefined },
  });
  act(editor);
  editor.flush();
  return kept || outgoingHtml(root);
}

const page = { htmlText, throughEditor, quoteMessage, ownWords, edited };
export type ComposingHtmlPage = typeof page;
Object.assign(window, { composingHtml: page });
