import { followColours } from "./frame-colours";
import { frameDocument } from "./frame-document";
import { followSize } from "./frame-size";
import type { SanitisedMail } from "./sanitise-mail";

/** Puts a sanitised message into its frame, in place of what was there. Gives the function that ends what keeps size and colours right. */
export async function showInFrame(frame: HTMLIFrameElement, mail: SanitisedMail): Promise<() => void> {
  const inside = await frameDocument(frame);
  const content = inside.createElement("div");
  content.dataset.message = "";
  content.append(mail.fragment);
  inside.body.replaceChildren(content);
  inside.documentElement.toggleAttribute("data-card", mail.hasOwnColours);
  inside.documentElement.removeAttribute("style");
  const endColours = mail.hasOwnColours ? () => {} : followColours(frame, inside);
  const endSize = followSize(frame, content);
  const endKeys = passKeys(frame, inside);
  return () => {
    endColours();
    endSize();
    endKeys();
  };
}

/** Keys pressed while the focus is inside the message reach the page too, so that Escape and the shortcuts work there. */
function passKeys(frame: HTMLIFrameElement, inside: Document): () => void {
  const pass = (event: KeyboardEvent) => {
    const isTaken = !frame.dispatchEvent(new KeyboardEvent(event.type, event));
    if (isTaken) event.preventDefault();
  };
  inside.addEventListener("keydown", pass);
  return () => inside.removeEventListener("keydown", pass);
}
