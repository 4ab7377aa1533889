/** What a mail says when the ways into a mailbox have changed. */
export const mailboxChanges = {
  password_set: {
    en: "The password was set anew by a link. Every browser was signed out; app passwords of phones and programs go on working.",
    de: "Das Passwort wurde über einen Link neu gesetzt. Alle Browser wurden abgemeldet; App-Passwörter von Telefonen und Programmen gelten weiter.",
  },
  password_set_apps: {
    en: "The password was set anew by a link. Every browser was signed out, and every app password was removed.",
    de: "Das Passwort wurde über einen Link neu gesetzt. Alle Browser wurden abgemeldet und alle App-Passwörter entfernt.",
  },
  password_changed: {
    en: "The password was changed in the webmail. Every other browser was signed out; app passwords go on working.",
    de: "Das Passwort wurde im Webmail geändert. Alle anderen Browser wurden abgemeldet; App-Passwörter gelten weiter.",
  },
  password_changed_apps: {
    en: "The password was changed in the webmail. Every other browser was signed out, and every app password was removed.",
    de: "Das Passwort wurde im Webmail geändert. Alle anderen Browser wurden abgemeldet und alle App-Passwörter entfernt.",
  },
  factor_added: {
    en: "An authenticator app was added. Phones and programs need an app password from now on.",
    de: "Eine Authenticator-App wurde hinzugefügt. Telefone und Programme brauchen ab jetzt ein App-Passwort.",
  },
  factor_removed: { en: "The authenticator app was removed.", de: "Die Authenticator-App wurde entfernt." },
  factor_removed_by_admin: {
    en: "An administrator removed the authenticator app. Every browser was signed out.",
    de: "Die Verwaltung hat die Authenticator-App entfernt. Alle Browser wurden abgemeldet.",
  },
  codes_renewed: {
    en: "New recovery codes were made; the old ones are worth nothing.",
    de: "Neue Wiederherstellungscodes wurden erstellt; die alten gelten nicht mehr.",
  },
  app_added: { en: "An app password was made.", de: "Ein App-Passwort wurde erstellt." },
  recovery_replaced: {
    en: "Another recovery address was confirmed. This one is no longer used.",
    de: "Eine andere Wiederherstellungsadresse wurde bestätigt. Diese hier wird nicht mehr benutzt.",
  },
  recovery_removed: {
    en: "The recovery address was removed. This one is no longer used.",
    de: "Die Wiederherstellungsadresse wurde entfernt. Diese hier wird nicht mehr benutzt.",
  },
} as const;
