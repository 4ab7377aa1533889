import { createRoot } from "solid-js";
import { editorFragment } from "~/features/webmail/ui/composing/editor-fragment";
import { outgoingHtml } from "~/features/webmail/ui/composing/outgoing-html";
import { remotePictures } from "~/features/webmail/ui/reading/remote-pictures";
import { sanitiseMail } from "~/features/webmail/ui/render/sanitise-mail";
import { showInFrame } from "~/features/webmail/ui/render/show-in-frame";
import { mailFramePath, mailFrameSandbox } from "~/lib/mail-frame";

/**
 * What stands between a message and the reader. `none` shows that the test sees what it looks for; `frame` has the raw message parsed as the
 * frame's document, `frame-inserted` has it inserted into the empty frame as a script would, `both` is the reader. `both-shared` is the
 * reader with several messages in one frame, for those that do nothing even when unprotected; `pictures` is the reader who wants all of them;
 * `editor` is a message that is quoted, saved and taken up again, in a page without any policy.
 */
export type Layer = "none" | "sanitiser" | "frame" | "frame-inserted" | "both" | "both-shared" | "pictures" | "editor";
export type Vector = { id: string; html: string };

let loaded = 0;
const frames = new Map<string, HTMLIFrameElement>();
const controls =
  "a,area,button,input,select,textarea,summary,label,video,audio,object,embed,[tabindex],[onclick],[onfocus],[contenteditable],svg *";

const source: Record<Layer, (id: string) => string> = {
  none: (id) => `/raw/${id}`,
  sanitiser: (id) => `/blank?${id}`,
  editor: (id) => `/blank?${id}`,
  frame: (id) => `/framed/${id}`,
  "frame-inserted": (id) => `${mailFramePath}?${id}`,
  both: (id) => `${mailFramePath}?${id}`,
  "both-shared": (id) => `${mailFramePath}?${id}`,
  pictures: (id) => `${mailFramePath}?${id}`,
};

const fill: Record<Layer, (frame: HTMLIFrameElement, html: string, others: Vector[]) => unknown> = {
  none: () => {},
  frame: () => {},
  sanitiser: (frame, html) => frame.contentDocument?.body.append(sanitiseMail(html).fragment),
  "frame-inserted": (frame, html) => {
    const range = frame.contentDocument?.createRange();
    range?.selectNodeContents(frame.contentDocument?.body as Node);
    range?.insertNode(range.createContextualFragment(html));
  },
  both: (frame, html) => showInFrame(frame, sanitiseMail(html)),
  "both-shared": (frame, html, others) => {
    const mail = sanitiseMail(html);
    for (const other of others) mail.fragment.append(sanitiseMail(other.html).fragment);
    return showInFrame(frame, mail);
  },
  editor: (frame, html) => {
    const inside = frame.contentDocument!;
    let kept = html;
    for (let round = 0; round < 2; round += 1) {
      const root = inside.createElement("div");
      root.contentEditable = "true";
      root.append(editorFragment(kept).fragment);
      inside.body.append(root);
      kept = outgoingHtml(root);
    }
  },
  pictures: async (frame, html) => {
    await showInFrame(frame, sanitiseMail(html));
    const pictures = createRoot(() => remotePictures(async (urls) => urls.map(() => "/mail/pictures/any")));
    pictures.present(frame.contentDocument!.body);
    await pictures.load();
    loaded += [...frame.contentDocument!.images].filter(({ src }) => src.startsWith("blob:")).length;
  },
};

/** Puts one vector (and, where the layer says so, its companions) into a frame; ends when the frame has loaded and holds it. */
async function show(layer: Layer, { id, html }: Vector, others: Vector[] = []): Promise<void> {
  const frame = document.createElement("iframe");
  frame.width = frame.height = "120";
  if (!["none", "sanitiser", "editor"].includes(layer)) frame.setAttribute("sandbox", mailFrameSandbox);
  frame.src = source[layer](id);
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  document.body.append(frame);
  frames.set(id, frame);
  await (layer === "none" ? Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, 1000))]) : loaded);
  await fill[layer](frame, html, others);
}

const perSharedFrame = 15;

function showAll(layer: Layer, vectors: Vector[]): Promise<unknown> {
  if (layer !== "both-shared") return Promise.all(vectors.map((vector) => show(layer, vector)));
  const shows: Promise<void>[] = [];
  for (let start = 0; start < vectors.length; start += perSharedFrame) {
    const [first, ...others] = vectors.slice(start, start + perSharedFrame);
    if (first) shows.push(show(layer, first, others));
  }
  return Promise.all(shows);
}

/** Focuses and clicks up to six things in each frame. The new tab that an ordinary link opens is left unopened: another test follows one. */
function clickAll(): void {
  for (const frame of frames.values()) {
    const inside = reachable(frame);
    if (inside)
      EventTarget.prototype.addEventListener.call(inside, "click", (event) => {
        const link = (event.target as Element | null)?.closest?.<HTMLAnchorElement>("a,area");
        if (
          link &&
          (link.target || inside.querySelector("base")?.target) === "_blank" &&
          /^(https?|mailto|tel):$/.test(link.protocol)
        )
          event.preventDefault();
      });
    const found = inside ? Document.prototype.querySelectorAll.call(inside, controls) : [];
    for (const control of Array.from(found as Iterable<HTMLElement>).slice(0, 6)) {
      control.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
      control.focus?.({ preventScroll: true });
      if (control.click) control.click();
      else control.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    }
  }
}

const reachable = (frame: HTMLIFrameElement) => {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
};

/** Names that are not there in an untouched window, per vector; the page itself is `""`. */
function newGlobals(untouched: string[]): [id: string, names: string[]][] {
  const known = new Set(untouched);
  const added = (names: string[]) => names.filter((name) => !known.has(name) && !/^\d+$/.test(name));
  const inFrames = Array.from(frames, ([id, frame]): [string, string[]] => {
    return [id, reachable(frame) ? added(Object.getOwnPropertyNames(frame.contentWindow)) : []];
  });
  return [...inFrames, ["", added(Object.getOwnPropertyNames(window))] as [string, string[]]].filter(
    ([, names]) => names.length > 0,
  );
}

/** How the page around the messages looks, for comparison. */
function surroundings(): string {
  const app = document.getElementById("app") as HTMLElement;
  const { display, color, visibility, opacity } = getComputedStyle(app);
  return JSON.stringify([
    app.offsetLeft,
    app.offsetTop,
    app.offsetWidth,
    app.offsetHeight,
    display,
    color,
    visibility,
    opacity,
    document.title,
    location.href,
    document.forms.length,
  ]);
}

export type MailHtmlPage = {
  /** Pictures that were let in. */
  loadedPictures: () => number;
  showAll: typeof showAll;
  clickAll: typeof clickAll;
  newGlobals: typeof newGlobals;
  surroundings: typeof surroundings;
  sanitiseMail: typeof sanitiseMail;
  showInFrame: typeof showInFrame;
};

const page: MailHtmlPage = {
  loadedPictures: () => loaded,
  showAll,
  clickAll,
  newGlobals,
  surroundings,
  sanitiseMail,
  showInFrame,
};
Object.assign(window, { mailHtml: page });
