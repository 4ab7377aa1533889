import { createHash } from "node:crypto";
import type { MailServices } from "./mail-services";
import { xml } from "./xml-text";

/** The same for the same words, so that a profile that is installed again takes the place of the first (RFC 9562 section 5.8). */
function stableUuid(words: string): string {
  const bytes = createHash("sha256").update(words).digest().subarray(0, 16);
  bytes.writeUInt8(((bytes[6] ?? 0) & 0x0f) | 0x80, 6);
  bytes.writeUInt8(((bytes[8] ?? 0) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/**
 * A configuration profile with a mail account for iPhone, iPad and Mac (Apple's `com.apple.mail.managed` payload). Not signed, and without a password:
 * the device asks for it.
 */
export function appleProfile(address: string, { incoming, outgoing }: MailServices): string {
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const identifier = [...domain.split(".").reverse(), "mail", stableUuid(address).slice(0, 8)].join(".");
  return xml`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>PayloadType</key><string>Configuration</string>
  <key>PayloadVersion</key><integer>1</integer>
  <key>PayloadIdentifier</key><string>${identifier}</string>
  <key>PayloadUUID</key><string>${stableUuid(`profile ${address}`)}</string>
  <key>PayloadDisplayName</key><string>${address}</string>
  <key>PayloadOrganization</key><string>${domain}</string>
  <key>PayloadContent</key>
  <array>
    <dict>
      <key>PayloadType</key><string>com.apple.mail.managed</string>
      <key>PayloadVersion</key><integer>1</integer>
      <key>PayloadIdentifier</key><string>${identifier}.account</string>
      <key>PayloadUUID</key><string>${stableUuid(`account ${address}`)}</string>
      <key>PayloadDisplayName</key><string>${address}</string>
      <key>EmailAccountType</key><string>EmailTypeIMAP</string>
      <key>EmailAccountDescription</key><string>${address}</string>
      <key>EmailAddress</key><string>${address}</string>
      <key>IncomingMailServerAuthentication</key><string>EmailAuthPassword</string>
      <key>IncomingMailServerHostName</key><string>${incoming.host}</string>
      <key>IncomingMailServerPortNumber</key><integer>${incoming.port}</integer>
      <key>IncomingMailServerUseSSL</key><true/>
      <key>IncomingMailServerUsername</key><string>${address}</string>
      <key>OutgoingMailServerAuthentication</key><string>EmailAuthPassword</string>
      <key>OutgoingMailServerHostName</key><string>${outgoing.host}</string>
      <key>OutgoingMailServerPortNumber</key><integer>${outgoing.port}</integer>
      <key>OutgoingMailServerUseSSL</key><true/>
      <key>OutgoingMailServerUsername</key><string>${address}</string>
      <key>OutgoingPasswordSameAsIncomingPassword</key><true/>
    </dict>
  </array>
</dict>
</plist>
`.text;
}
