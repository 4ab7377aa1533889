import { printFramePath, printFrameSandbox } from "~/lib/print-frame";
import { frameDocument } from "./frame-document";

export type Printed = {
  title: string;
  /** Names and what stands behind them, above the message. */
  head: readonly (readonly [name: string, value: string])[];
  /** What is on the screen: the content of a frame that the renderer filled, or of a plain text. Copied, never parsed anew. */
  content: Node;
};

/** Milliseconds that pictures are waited for. */
const patience = 3000;

/**
 * Prints a message as it is shown, on white, with everything that was folded open, and its head. In a frame whose policy is that of the
 * frame it was read in. Rejects when that frame cannot be had.
 */
export async function printInFrame({ title, head, content }: Printed): Promise<void> {
  document.querySelector("[data-slot=print-frame]")?.remove();
  const frame = document.createElement("iframe");
  frame.dataset.slot = "print-frame";
  frame.setAttribute("sandbox", printFrameSandbox);
  frame.setAttribute("aria-hidden", "true");
  frame.tabIndex = -1;
  frame.src = printFramePath;
  frame.style.cssText = "position:fixed;inset-inline-start:-300vw;width:210mm;height:297mm;border:0";
  document.body.append(frame);
  const inside = await frameDocument(frame, printFramePath);
  inside.title = title;
  inside.documentElement.toggleAttribute("data-card", true);
  const message = inside.createElement("div");
  message.dataset.message = "";
  message.style.whiteSpace = content instanceof Element && content.matches("[data-slot=text-body]") ? "pre-wrap" : "";
  message.append(inside.importNode(content, true));
  for (const folded of message.querySelectorAll("details")) folded.open = true;
  for (const zoomed of message.querySelectorAll<HTMLElement>("[style*=zoom]")) zoomed.style.removeProperty("zoom");
  inside.body.replaceChildren(heading(inside, title), ...head.map(([name, value]) => line(inside, name, value)));
  inside.body.append(inside.createElement("hr"), message);
  const pictures = Array.from(message.querySelectorAll("img"), (image) => image.decode().catch(() => {}));
  await Promise.race([Promise.all(pictures), new Promise((resolve) => setTimeout(resolve, patience))]);
  const view = frame.contentWindow!;
  view.addEventListener("afterprint", () => frame.remove());
  view.focus();
  view.print();
}

function heading(inside: Document, text: string): HTMLElement {
  const element = inside.createElement("h1");
  element.style.fontSize = "1.25rem";
  element.dir = "auto";
  element.textContent = text;
  return element;
}

function line(inside: Document, name: string, value: string): HTMLElement {
  const element = inside.createElement("div");
  const label = inside.createElement("b");
  label.textContent = `${name}: `;
  const text = inside.createElement("bdi");
  text.textContent = value;
  element.append(label, text);
  return element;
}
