import { randomBytes } from "node:crypto";

/** 128 random bits, new for each response (CSP level 3, section 7.1). */
export const newNonce = () => randomBytes(16).toString("base64url");

/** The policy of every page: only scripts that carry the nonce run, and what those load. */
export const pagePolicy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

/** Answers that are data or files: nothing in them may run, wherever they are opened. */
export const inertPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

/** Adds the headers that every answer carries; a policy that the answer already has stays. */
export function addSecurityHeaders(headers: Headers, { secure }: { secure: boolean }): void {
  const always: Record<string, string> = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "x-permitted-cross-domain-policies": "none",
  };
  for (const [name, value] of Object.entries(always)) headers.set(name, value);
  if (!headers.has("content-security-policy")) headers.set("content-security-policy", inertPolicy);
  if (!headers.get("content-security-policy")?.includes("frame-ancestors 'self'"))
    headers.set("x-frame-options", "DENY");
  if (secure) headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
}
