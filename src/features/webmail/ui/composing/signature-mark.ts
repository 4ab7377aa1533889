/** The one class that a message we write has: on the element that holds the signature, so that it is found again in a draft. */
export const signatureClass = "mail-signature";

/** The signature that somebody writes under this message, not one that is quoted in it. */
export const signatureIn = (root: ParentNode): HTMLElement | undefined =>
  [...root.querySelectorAll<HTMLElement>(`.${signatureClass}`)].find((element) => !element.closest("blockquote"));
