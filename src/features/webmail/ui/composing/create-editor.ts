import Squire from "squire-rte";
import { dataFile } from "./data-file";
import { editorFragment } from "./editor-fragment";
import { outgoingHtml } from "./outgoing-html";
import { signatureClass, signatureIn } from "./signature-mark";

/** A picture in the text: the Content-ID it will be sent under, and a `blob:` address to show it by. */
export type Picture = { cid: string; url: string };

export type EditorOptions = {
  /** As it is kept in a draft. */
  html: string;
  /** Called some time after every change, with what is to be kept; `isQuiet`: nobody did anything. */
  onEdit: (html: string, isQuiet?: boolean) => void;
  /** Where a picture of the draft is shown from; undefined when it cannot be had. */
  pictureUrl: (cid: string) => Promise<string | undefined>;
  /** Takes a picture that was pasted or dropped; undefined when it takes none. */
  addPicture: (file: File) => Picture | undefined;
  onOwnColours: () => void;
  /** A line that says who wrote stands before what is quoted. */
  hasQuoteLine: boolean;
};

/** Milliseconds. */
const shortestPause = 200;

/**
 * The editor of a message in `root`, made by Squire. Whatever enters it, at the beginning, by pasting or by dropping, goes through the one
 * sanitiser (`editorFragment`); what it keeps for its undo is its own, and was sanitised before.
 */
export function createEditor(root: HTMLElement, options: EditorOptions) {
  const cids = new Map<string, string>();
  const toCids = (html: string) =>
    html.replace(/blob:[^"'\s)]+/g, (url) => (cids.has(url) ? `cid:${cids.get(url)}` : url));
  const squire = new Squire(root, {
    blockAttributes: { dir: "auto" },
    undo: { documentSizeThreshold: 500_000, undoLimit: 50 },
    sanitizeToDOMFragment: (html) => {
      const { fragment, hasOwnColours } = editorFragment(toCids(html));
      if (hasOwnColours) options.onOwnColours();
      return document.adoptNode(fragment);
    },
    didError: reportError,
  });
  // These would jump to the ends of the message.
  for (const key of ["PageUp", "PageDown"]) squire.setKeyHandler(key, null);

  const show = (image: HTMLImageElement, { cid, url }: Picture) => {
    cids.set(url, cid);
    squire.modifyDocument(() => {
      image.dataset.cid = cid;
      image.src = url;
    });
  };
  const showPictures = () => {
    for (const image of root.querySelectorAll<HTMLImageElement>("img[data-cid]:not([src])")) {
      const { cid = "" } = image.dataset;
      void options.pictureUrl(cid).then((url) => url && image.isConnected && show(image, { cid, url }));
    }
    for (const image of root.querySelectorAll<HTMLImageElement>('img[src^="data:"]')) {
      const file = dataFile(image.src);
      const picture = file && options.addPicture(file);
      if (picture) show(image, picture);
    }
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = shortestPause;
  const flush = () => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    const began = performance.now();
    options.onEdit(outgoingHtml(root));
    // A very long quotation takes time to be written out: then it is less often.
    pause = Math.max(shortestPause, (performance.now() - began) * 20);
  };
  const onInput = () => {
    showPictures();
    timer ??= setTimeout(flush, pause);
  };
  const insertPictures = (files: Iterable<File>) => {
    for (const file of files) {
      const picture = options.addPicture(file);
      if (!picture) continue;
      cids.set(picture.url, picture.cid);
      squire.insertImage(picture.url, { alt: file.name, "data-cid": picture.cid, style: "max-width: 100%" });
    }
  };

  const swapSignature = (html: string | null) => {
    const before = signatureIn(root);
    if (html === null) return before?.remove();
    const signature = document.createElement("div");
    signature.className = signatureClass;
    signature.dir = "auto";
    signature.append(document.adoptNode(editorFragment(html).fragment));
    if (before) return before.replaceWith(signature);
    const quote = root.querySelector(":scope > blockquote");
    const gap = document.createElement("div");
    gap.dir = "auto";
    gap.append(document.createElement("br"));
    const place = (options.hasQuoteLine && quote?.previousElementSibling) || quote;
    for (const node of [gap, signature, ...(quote ? [gap.cloneNode(true)] : [])]) root.insertBefore(node, place);
  };

  squire.setHTML(options.html);
  showPictures();
  squire.addEventListener("input", onInput);
  squire.addEventListener("blur", flush);
  squire.addEventListener("pasteImage", (event) => {
    const { clipboardData } = (event as CustomEvent<{ clipboardData: DataTransfer }>).detail;
    insertPictures([...clipboardData.files].filter(({ type }) => type.startsWith("image/")));
  });
  return {
    squire,
    flush,
    insertPictures,
    /**
     * Puts the signature that is given where one is, or below what was written and above what is quoted; null takes it away. Quietly, it cannot
     * be undone, for nobody has done anything yet.
     */
    setSignature(html: string | null, isQuiet: boolean) {
      if (!isQuiet) {
        squire.saveUndoState();
        return swapSignature(html);
      }
      squire.modifyDocument(() => swapSignature(html));
      options.onEdit(outgoingHtml(root), true);
    },
    destroy() {
      flush();
      squire.destroy();
    },
  };
}

export type Editor = ReturnType<typeof createEditor>;
