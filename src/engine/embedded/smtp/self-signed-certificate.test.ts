import { expect, test } from "bun:test";
import { X509Certificate, createPrivateKey } from "node:crypto";
import { createSelfSignedCertificate } from "./self-signed-certificate";

test("the certificate is for the host, signed by its own key, and valid now", () => {
  const { key, cert } = createSelfSignedCertificate("mail.acme.test");
  const certificate = new X509Certificate(cert);
  expect(certificate.checkPrivateKey(createPrivateKey(key))).toBe(true);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkHost("mail.acme.test")).toBe("mail.acme.test");
  expect(certificate.checkHost("other.test")).toBeUndefined();
  expect(new Date(certificate.validFrom).getTime()).toBeLessThan(Date.now());
  expect(new Date(certificate.validTo).getTime()).toBeGreaterThan(Date.now() + 3600 * 86_400_000);
});
