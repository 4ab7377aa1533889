import type { Message } from "../../schema";
import { shownImages } from "../inline-images";

export type Attachment = Message["attachments"][number];
export type PreviewKind = "image" | "text";

/** Also by the ending of what some programs call bytes. */
const text = /^(?:text\/.+|application\/(?:json|xml|x-yaml|sql)|message\/rfc822)$/;
const textBytes = /^application\/octet-stream .*\.(?:csv|log|md|txt)$/is;

/**
 * How an attachment can be looked at here. Everything else is a download: pictures that are programs (SVG), and PDF, because browsers refuse
 * to show it in a sandbox.
 */
export function previewKind({ type, name }: Pick<Attachment, "type" | "name">): PreviewKind | undefined {
  if (shownImages.has(type)) return "image";
  return text.test(type) || textBytes.test(`${type} ${name}`) ? "text" : undefined;
}
