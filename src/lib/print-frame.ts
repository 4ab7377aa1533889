import { mailFrameHeaders } from "./mail-frame";

/** Where the empty page lies that a message is put into for printing. */
export const printFramePath = "/mail/print-frame";

/** Modal windows are what a browser counts printing among; there are no scripts in it that could open others. */
export const printFrameSandbox = "allow-same-origin allow-modals";

/** As for the frame that messages are read in, but that it may be printed. */
export const printFrameHeaders: Readonly<Record<string, string>> = {
  ...mailFrameHeaders,
  "content-security-policy": mailFrameHeaders["content-security-policy"]!.replace(
    /sandbox [^;]*$/,
    `sandbox ${printFrameSandbox}`,
  ),
};
