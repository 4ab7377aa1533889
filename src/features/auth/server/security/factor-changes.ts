/** What a mail says when a person's ways to sign in have changed, by the action in the audit log. */
export const factorChanges = {
  totp_add: { en: "An authenticator app was added.", de: "Eine Authenticator-App wurde hinzugefügt." },
  totp_remove: { en: "The authenticator app was removed.", de: "Die Authenticator-App wurde entfernt." },
  passkey_add: { en: "A passkey was added.", de: "Ein Passkey wurde hinzugefügt." },
  passkey_remove: { en: "A passkey was removed.", de: "Ein Passkey wurde entfernt." },
  recovery_codes_renew: {
    en: "New recovery codes were made; the old ones are worth nothing.",
    de: "Neue Wiederherstellungscodes wurden erstellt; die alten gelten nicht mehr.",
  },
} as const;
